import assert from "node:assert/strict";
import { test } from "node:test";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests, listReactions } from "../support/look.ts";

/** What is asked, what the repository holds, and the one sentence that comes back. */
const refused: readonly { title: string; body: string; files?: Record<string, string>; answer: string }[] = [
  {
    title: "an issue that names no source",
    body: "Write something nice about us.",
    answer:
      "Nothing was drafted: this issue names no source. Put the path of a transcript into its text, for example `transcripts/interview.md`, and write `/draft` again.",
  },
  {
    title: "sources that cannot be read",
    body: "`nowhere.md`, `../secrets.md`; /etc/passwd.txt, .github/notes.md, `calls/*.md`",
    files: { ".github/notes.md": "**Ana:** Hello." },
    answer: `Nothing was drafted, because none of the sources could be read:
- \`nowhere.md\`: there is no such file on the default branch: check the path
- \`../secrets.md\`: paths with \`..\` are not read: name it from the top of the repository
- \`/etc/passwd.txt\`: absolute paths are not read: name it from the top of the repository
- \`.github/notes.md\`: files in dot folders are not sources: move it to another folder
- \`calls/*.md\`: no file matches it: check the pattern`,
  },
  {
    title: "settings with mistakes",
    body: "`talk.md`",
    files: { ".github/galley.yml": "timezone: Europe/Berlin\nbranhc: x\ncontent:\n  directory: ../up\n" },
    answer:
      "`.github/galley.yml` has mistakes, so nothing was drafted. Mend them on the default branch and write `/draft` again:\n- line 2, `branhc`: unknown key; did you mean `branch`?\n- line 4, `content.directory`: expected a folder below the top of the repository, without `..`",
  },
];

test("what cannot be drafted is answered with one sentence, and nothing is opened", async (t) => {
  for (const { title, body, files, answer } of refused) {
    await t.test(title, async (t) => {
      const flow = await startFlow(t, { files: { "talk.md": "**Ana:** Hello.", ...files } });
      const { number, commentId } = await flow.command({ title, body });
      await flow.ended("draft");
      assert.deepEqual(await listAnswers(flow, number), [answer]);
      assert.deepEqual(await listReactions(flow, commentId), ["confused"]);
      assert.deepEqual(await listPullRequests(flow), []);
      assert.equal(flow.requests().length, 3);
    });
  }
});

test("a draft while its pull request is open is answered with the link", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const { number } = await flow.command(demoIssue);
  await flow.ended("draft");
  await flow.sandbox.as("editor").comment(flow.name, number, "/draft");
  await flow.ended("draft", 2);
  assert.equal((await listPullRequests(flow)).length, 1);
  assert.equal(
    (await listAnswers(flow, number))[1],
    "This issue has a draft already: #2. Edit it there, or close it without merging and write `/draft` again.",
  );
});

test("a stranger costs one request, changes nothing and is told nothing", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, isPrivate: false });
  for (const [index, login] of ["stranger", "reader"].entries()) {
    const { number, commentId } = await flow.command(demoIssue, "/draft", login);
    await flow.ended("draft", index + 1);
    assert.deepEqual(await listAnswers(flow, number), []);
    assert.deepEqual(await listReactions(flow, commentId), []);
  }
  assert.deepEqual(
    flow.requests().map(({ operation }) => operation),
    ["repos/get-collaborator-permission-level", "repos/get-collaborator-permission-level"],
  );
  assert.deepEqual(await listPullRequests(flow), []);
});

test("a command that is written wrongly is answered with how it is written", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const { number, commentId } = await flow.command(demoIssue, "/draft please");
  await flow.ended("reply");
  assert.deepEqual(await listAnswers(flow, number), [
    "`/draft` takes nothing after it but the number of an angle: write `/draft` or `/draft 2` alone on the first line.",
  ]);
  assert.deepEqual(await listReactions(flow, commentId), ["confused"]);
});

test("a delivery that arrives twice acts once", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  await flow.command(demoIssue);
  await flow.ended("draft");
  const [delivery] = flow.sandbox.deliveries().filter(({ event }) => event === "issue_comment");
  assert.ok(delivery);
  const again = await flow.sandbox.redeliver(delivery.guid);
  assert.equal(again.status, 200);
  await flow.app().waitFor(({ msg, outcome }) => msg === "Took in a command" && outcome === "duplicate");
  assert.equal((await listPullRequests(flow)).length, 1);
  assert.equal(flow.requests().length, 5);
});

test("owners that are not served are not served", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, env: { ALLOWED_OWNERS: "someone-else" } });
  await flow.command(demoIssue);
  await flow.app().waitFor(({ msg }) => msg === "Ignored a command: the owner is not served");
  await flow.sandbox.deliveriesSettled();
  assert.deepEqual(flow.requests(), []);
});
