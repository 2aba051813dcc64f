import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { z } from "zod";
import { demoFiles } from "../support/fixtures.ts";
import { type Flow, type Seed, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

const interview = demoFiles["interviews/2026-03-23-restore-drills.md"] ?? "";
const talk = (day: string) =>
  `**Ana:** On ${day} we rehearsed the restore and it took four hours. Nobody had the second key.\n\n**Ben:** A rehearsal is the only proof of a backup.\n`;
const days = ["01-05", "01-12", "01-19", "01-26", "02-02", "02-09", "02-16", "02-23", "03-02"];

const files: Seed = [
  ...days.map((day) => ({ path: `calls/2026-${day}.md`, text: talk(day) })),
  { path: "calls/README.md", text: "What lies here." },
  { path: "transcripts/2026-03-01.md", text: talk("the first") },
  { path: "transcripts/2026-03-08.md", text: talk("the eighth") },
  { path: "transcripts/2025-12-01.md", text: talk("the last evening of the year") },
  { path: "interviews/restore drills.md", text: interview },
  { path: "latest.md", text: "interviews/restore drills.md", mode: "120000" },
  { path: "out.md", text: "../../etc/hosts", mode: "120000" },
  { path: "vendor", text: "0123456789012345678901234567890123456789", mode: "160000" },
  { path: "picture.md", base64: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]).toString("base64") },
  { path: "large.md", text: "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n" },
  { path: "huge.md", text: "x".repeat(1_100_000) },
  { path: ".github/galley.yml", text: "sources: { exclude: [private/**], fileMegabytes: 1 }\n" },
  { path: "private/talk.md", text: interview },
  ...["a", "b", "c", "d", "e", "f"].map((name) => ({ path: `undated/${name}.md`, text: talk(name) })),
];

/** Two more repositories of the same owner: the editor may read the one, and not the other. */
async function addRepositories({ sandbox }: Flow): Promise<void> {
  const held = [
    { path: "notes/launch.md", text: talk("launch day") },
    { path: "notes/long.md", text: `${talk("a long day")}\n${"\n".repeat(512_000)}` },
  ];
  const wanted = { owner: "acme", private: true, files: held };
  await sandbox.createRepository({ ...wanted, name: "archive", collaborators: { editor: "read" } });
  await sandbox.createRepository({ ...wanted, name: "secret" });
}

/** What GitHub was asked for the draft; what the App asks when it is installed somewhere is not of it. */
function listOperations(flow: Flow): string[] {
  const names = flow.requests().map(({ operation }) => operation.replace(/ \(.*$/, ""));
  return names.filter((name) => name !== "ReadSettings");
}

test("an issue that uses every kind of reference at once", async (t) => {
  const flow = await startFlow(t, { files: {}, seed: files, defaultBranch: "release/2026" });
  await addRepositories(flow);
  const { url } = flow.sandbox;
  const { headOid, gitDirectory } = flow.repository;
  const git = (...args: string[]) => execFileSync("git", [`--git-dir=${gitDirectory}`, ...args]);
  git("update-ref", "refs/heads/wip/spring", headOid);
  git("-c", "user.name=Ana", "-c", "user.email=ana@example.com", "tag", "-a", "v1", "-m", "One", headOid);
  const blob = `${url}/acme/field-notes/blob`;
  const body = `
- calls/ (the rehearsals)
- \`transcripts/2026-*.md\` (two evenings)
- latest.md (behind a link)
- ${blob}/release/2026/calls/2026-02-23.md#L1 (what Ana said)
- [at that commit](${blob}/${headOid}/calls/2026-01-05.md#L3-L3), ${blob}/wip/spring/calls/2026-01-12.md
- \`acme/archive:notes/launch.md\` (the launch); ${url}/acme/archive/blob/main/notes/gone.md
- acme/secret:notes/launch.md; acme/nowhere:notes/launch.md; ${url}/other/x/blob/main/a.md
- \`out.md\`, \`vendor/\`, picture.md, large.md, huge.md, private/talk.md
- \`../up.md\`, \`/etc/hosts\`, \`transcripts/2027-*.md\`, ${blob}/gone/calls/2026-01-19.md
- ${url}/user-attachments/files/7/call.vtt
`;
  const { number } = await flow.command({ title: "Restores are rehearsals", body });
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  const text = (pullRequest?.body ?? "").replaceAll(url, "https://host").replaceAll(headOid, "(commit)");
  const sources = /\*\*Source material:\*\* (.*)/.exec(text)?.[1]?.split("; ").join("\n");
  assert.equal(
    sources,
    `\`calls/2026-03-02.md\` (the rehearsals)
\`calls/2026-02-16.md\` (the rehearsals)
\`calls/2026-02-09.md\` (the rehearsals)
\`calls/2026-02-02.md\` (the rehearsals)
\`calls/2026-01-26.md\` (the rehearsals)
\`transcripts/2026-03-08.md\` (two evenings)
\`transcripts/2026-03-01.md\` (two evenings)
\`interviews/restore drills.md\` (behind a link)
\`calls/2026-02-23.md\` (what Ana said)
\`calls/2026-01-05.md\` (read for its point of view, not quoted)
\`calls/2026-01-12.md\` (read for its point of view, not quoted)
\`acme/archive:notes/launch.md\` (the launch)`,
  );
  const unread = /\*\*Not read:\*\*\n([\s\S]*?)\n\n/.exec(text)?.[1];
  assert.equal(
    unread,
    `- \`calls/\`: 1 of its 6 files, which are older than the 5 that are read
- \`acme/archive:notes/gone.md\`: it cannot be read: check the path, that this App is installed for that repository, and that you may read it
- \`acme/secret:notes/launch.md\`: it cannot be read: check the path, that this App is installed for that repository, and that you may read it
- \`acme/nowhere:notes/launch.md\`: it cannot be read: check the path, that this App is installed for that repository, and that you may read it
- \`https://host/other/x/blob/main/a.md\`: only repositories of acme are read: commit the file to one of them
- \`out.md\`: it is a symbolic link that leaves the repository: commit the file itself
- \`vendor\`: it is a submodule: name a file of that repository, as \`owner/name:path\`
- \`picture.md\`: it is a binary file: commit it as text
- \`large.md\`: it is a Git LFS pointer: commit the file itself
- \`huge.md\`: it is larger than 1 MB: commit it in parts, or raise \`sources.fileMegabytes\`
- \`private/talk.md\`: \`sources.exclude\` keeps it away: name another file, or change \`.github/galley.yml\`
- \`../up.md\`: paths with \`..\` are not read: name it from the top of the repository
- \`/etc/hosts\`: absolute paths are not read: name it from the top of the repository
- \`transcripts/2027-*.md\`: no file matches it: check the pattern
- \`calls/2026-01-19.md\`: there is no branch, tag or commit as the link has it: copy the link again
- \`https://host/user-attachments/files/7/call.vtt\`: files attached to a comment cannot be read by an App: commit the file to the repository and name its path`,
  );
  const [answer = ""] = await listAnswers(flow, number);
  const told = answer.replaceAll(url, "https://host").split("\n").slice(1);
  assert.deepEqual(told.join("\n").replaceAll("- not read: ", "- "), unread);
  assert.match(
    text,
    /\[`interviews\/restore drills\.md` L\d+\]\(https:\/\/host\/acme\/field-notes\/blob\/\(commit\)/,
  );
  assert.deepEqual(listOperations(flow), [
    "repos/get-collaborator-permission-level",
    "Read",
    // Two for each other repository, one where the answer is no; then what stands in folders and behind links.
    "repos/get-collaborator-permission-level",
    "Look",
    "repos/get-collaborator-permission-level",
    "repos/get-collaborator-permission-level",
    "Look",
    "Acknowledge",
    "Open",
    "Finish",
  ]);
  await t.test("what costs more requests; a public repository is told nothing of a private source", () =>
    checkWithheld(flow),
  );
});

async function checkWithheld(flow: Flow): Promise<void> {
  flow.sandbox.changeRepository("acme", "field-notes", { private: false });
  const before = listOperations(flow).length;
  const body = `acme/archive:notes/launch.md; \`acme/archive:notes\`; acme/archive:notes/long.md; latest.md
undated/, ${flow.sandbox.url}/acme/field-notes/blob/v1/calls/2026-01-19.md`;
  await flow.command({ title: "Restores are rehearsals", body });
  await flow.ended("draft", 2);
  const pullRequest = (await listPullRequests(flow)).at(-1);
  const text = pullRequest?.body ?? "";
  assert.match(
    text,
    /\*\*Source material:\*\* `private source 1\.md` .*; `private source 2\.md` .*; `interviews\/restore drills\.md`/,
  );
  assert.match(text, /`undated\/f\.md`.*`undated\/b\.md`.*`calls\/2026-01-19\.md`/);
  assert.match(text, /`undated\/`: 1 of its 6 files/);
  const operations = listOperations(flow).slice(before);
  assert.deepEqual(operations.slice(1, -3), [
    "Read",
    "ListDays",
    operations[0],
    "Look",
    "Look",
    "git/get-blob",
  ]);
  assert.match(text, /\*\*Not read:\*\*\n- `acme\/archive:notes`: it cannot be read: check the path/);
  const file = /Draft is in `([^`]*)`/.exec(text)?.[1];
  const place = `/repos/${flow.name}/contents/${file}?ref=${pullRequest?.head.ref}`;
  const { body: held } = await flow.sandbox.as("editor").request("GET", place);
  const post = Buffer.from(z.object({ content: z.string() }).parse(held).content, "base64").toString();
  assert.match(post, /^---\n/);
  assert.doesNotMatch(`${text.replace(/\*\*Not read:[\s\S]*?\n\n/, "")}${post}`, /archive|notes\/launch/);
}
