import assert from "node:assert/strict";
import { test } from "node:test";
import { demoFiles } from "../support/fixtures.ts";
import { type Seed, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

const interview = demoFiles["interviews/2026-03-23-restore-drills.md"] ?? "";

/** Everything that is not a readable transcript, beside one that is. */
const oddFiles = [
  { path: "talks/link.md", text: "../../interview.md", mode: "120000" },
  { path: "talks/other-repository", text: "0123456789012345678901234567890123456789", mode: "160000" },
  { path: "talks/picture.md", base64: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]).toString("base64") },
  { path: "talks/large.md", text: "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n" },
  { path: "talks/captions.srt", text: "1\nHello\n" },
  { path: "site/content/blog/old.md", text: "An old post." },
  { path: "talks/interview.md", text: interview },
  {
    path: ".github/galley.yml",
    text: 'content: { directory: site/content/blog }\nsources: { exclude: ["private/**"] }\n',
  },
  { path: ".github/speakers.yml", text: "people: [{ name: Ines Okafor, quotes: never }]\n" },
  { path: "private/talk.md", text: interview },
] satisfies Seed;

test("what is read and what is not is named with the reason", async (t) => {
  const flow = await startFlow(t, { files: {}, seed: oddFiles });
  const body = [
    "`talks/interview.md` (the talk)",
    "- talks/link.md; talks/picture.md; talks/large.md",
    "- talks/captions.srt, site/content/blog/old.md, private/talk.md",
    "- `talks/other-repository`, `talks`, `talks/missing.md`, `talks/*.vtt`",
    "- and/or this, 24/7, https://example.com/talks/elsewhere.md",
  ].join("\n");
  const { number } = await flow.command({ title: "Restores are rehearsals", body });
  await flow.ended("draft");
  const [answer = ""] = await listAnswers(flow, number);
  assert.equal(
    answer,
    `The draft is ready to be read and edited: #2.
- not read: \`talks/link.md\`: it is a symbolic link that leaves the repository: commit the file itself
- not read: \`talks/picture.md\`: it is a binary file: commit it as text
- not read: \`talks/large.md\`: it is a Git LFS pointer: commit the file itself
- not read: \`site/content/blog/old.md\`: it lies in the folder of the posts themselves: name what they were made from
- not read: \`private/talk.md\`: \`sources.exclude\` keeps it away: name another file, or change \`.github/galley.yml\`
- not read: \`talks/other-repository\`: it is a submodule: name a file of that repository, as \`owner/name:path\`
- not read: \`talks/missing.md\`: there is no such file on the default branch: check the path
- not read: \`talks/*.vtt\`: no file matches it: check the pattern
- not read: \`talks/captions.srt\`: it holds no captions: no line has times like \`00:00:01,000 --> 00:00:02,000\``,
  );
  const [opened, ...others] = await listPullRequests(flow);
  assert.match(opened?.body ?? "", /Tomasz Brandt/);
  assert.doesNotMatch(opened?.body ?? "", /Ines Okafor/);
  assert.equal(others.length, 0);
  assert.equal(flow.requests().length, 5);
});

test("a file that GitHub cuts off is read to its end, with one more request", async (t) => {
  const filler = "**Ana:** We talked about the weather for a while and about nothing else.\n\n".repeat(7_500);
  const flow = await startFlow(t, { files: { "talks/long.md": `${filler}${interview}` } });
  await flow.command({
    title: "Nobody restores the backup",
    body: "talks/long.md\n\nAngle: a restore is a rehearsal of people",
  });
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.match(pullRequest?.body ?? "", /rehearsal of people/);
  assert.equal(flow.requests().length, 6);
  assert.ok(flow.requests().some(({ operation }) => operation === "git/get-blob"));
});

test("a file of speakers with a mistake stops the draft, from another place with one more request", async (t) => {
  const files = {
    "talks/interview.md": interview,
    ".github/galley.yml": "sources: { speakers: people.yml }\n",
    "people.yml": "people:\n  - name: Ines Okafor\n    quote: never\n",
  };
  const flow = await startFlow(t, { files });
  const { number } = await flow.command({ title: "Restore drills", body: "talks/interview.md" });
  await flow.ended("draft");
  assert.deepEqual(await listAnswers(flow, number), [
    "`people.yml` has mistakes, so nothing was drafted. Mend them and try again:\n- line 3, `people.0.quote`: unknown key; did you mean `quotes`?",
  ]);
  assert.equal((await listPullRequests(flow)).length, 0);
  // Permission, Read, the file that the settings name, and what is said of it.
  assert.equal(flow.requests().length, 4);
});

test("front matter of a source is never evaluated", async (t) => {
  const evil = '{ "x": (() => { throw new Error("evaluated"); })() }';
  const files = {
    "talks/js.md": `---js\n${evil}\n---\n\n${interview.split("---\n").slice(2).join("---\n")}`,
    "talks/constructor.md": `---constructor\n${evil}\n---\n\n${interview.split("---\n").slice(2).join("---\n")}`,
  };
  const flow = await startFlow(t, { files });
  const { number } = await flow.command({
    title: "Restore drills",
    body: "talks/js.md, talks/constructor.md",
  });
  await flow.ended("draft");
  assert.deepEqual(await listAnswers(flow, number), ["The draft is ready to be read and edited: #2."]);
  assert.doesNotMatch((await listPullRequests(flow))[0]?.body ?? "", /evaluated/);
});
