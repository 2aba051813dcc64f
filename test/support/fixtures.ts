import { readFileSync } from "node:fs";

const folder = new URL("../../src/cli/demo-repository/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");

/** The demo's repository, which is ours: transcripts, a voice, settings. */
export const demoFiles = Object.fromEntries(
  [
    "interviews/2026-03-23-restore-drills.md",
    "calls/2026-04-02 recovery estimates.vtt",
    "Editorial/Public Voice - Point of View.md",
    ".github/galley.yml",
  ].map((path) => [path, read(encodeURI(path))]),
);

/** The demo's issue. */
export const demoIssue = {
  title: "Nobody restores the backup they are proud of",
  body: read("issue.md").split("\n").slice(2).join("\n"),
};
