import assert from "node:assert/strict";
import { test } from "node:test";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import { screenDraft } from "../../../../src/jobs/tasks/writing/screen-draft.ts";
import { secretsOf } from "../../../verification/confidentiality/secrets.ts";

const secrets = secretsOf("Ana: We lost Vantaro, Okonkwo and Brellow.", "Bo: Yes.", "Ana: All of them.");
const settings = Settings.parse({ site: { url: "https://brellow.example/x" } });
const draft = { title: "What vantaro taught us", hook: "A hook.", angle: "Okonkwo's view.", usedFor: {} };
const post = {
  file: "content/blog/2026-05-05-what-vantaro-taught-us.md",
  text: "---\ntitle: A\n---\n\nVantaro.",
};

function screen(isPrivate: boolean) {
  const branch = "blog/2026-05-05-what-vantaro-taught-us";
  return screenDraft(draft, post, settings, { secrets, repository: "acme/notes", isPrivate, branch });
}

test("title, branch, path and file of the post are looked at", () => {
  assert.deepEqual(screen(true), [
    {
      number: 1,
      value: "vantaro",
      kind: "name",
      isSpeaker: false,
      places: [
        { place: "title", line: null },
        { place: "the branch", line: null },
        { place: "the post's path", line: null },
        { place: post.file, line: 5 },
      ],
    },
  ]);
});

test("in a public repository the pull request's own words are looked at too", () =>
  assert.deepEqual(
    screen(false).map(({ value, places }) => [value, places.at(-1)?.place]),
    [
      ["vantaro", post.file],
      ["okonkwo", "the pull request"],
    ],
  ));

test("a word that opens a heading is no name, and one inside of it is", () => {
  const said = secretsOf("Ana: We put nineteen drills into it for Vantaro.", "Bo: Yes.", "Ana: All of them.");
  const find = (use: string) =>
    screenDraft(
      { ...draft, title: "T", angle: "A.", usedFor: { S1: use } },
      { file: "a.md", text: "" },
      settings,
      {
        secrets: said,
        repository: "acme/notes",
        isPrivate: false,
        branch: null,
      },
    ).map(({ value }) => value);
  assert.deepEqual(find("A green job; Nineteen hours of waiting; Put the drill into it"), []);
  assert.deepEqual(find("A green job; What Vantaro knew"), ["vantaro"]);
});
