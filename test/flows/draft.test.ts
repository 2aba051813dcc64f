import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMarker } from "../../src/pull-request/marker.ts";
import { parsePostFile } from "../../src/pull-request/post-file.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests, listReactions } from "../support/look.ts";

const fiveRequests = [
  "repos/get-collaborator-permission-level",
  "Read (repository)",
  "Acknowledge (addReaction, addComment)",
  "Open (createRef, createCommitOnBranch, createPullRequest, createLabel)",
  "Finish (addLabelsToLabelable, updateIssueComment, addReaction, createCheckRun, createCheckRun)",
];

test("a comment becomes a draft pull request, in five requests", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const { number, commentId } = await flow.command(demoIssue);
  await flow.ended("draft");

  assert.deepEqual(
    flow.requests().map(({ operation }) => operation),
    fiveRequests,
  );
  const [pullRequest, ...more] = await listPullRequests(flow);
  assert.ok(pullRequest);
  assert.equal(more.length, 0);
  assert.equal(pullRequest.draft, true);
  assert.equal(pullRequest.base.ref, "main");
  assert.equal(pullRequest.user.login, "galley[bot]");
  assert.deepEqual(pullRequest.labels, [{ name: "blog-draft" }]);
  assert.match(pullRequest.head.ref, /^blog\/\d{4}-\d\d-\d\d-[a-z0-9-]+$/);
  assert.ok(parseMarker(pullRequest.body));
  assert.deepEqual(await listReactions(flow, commentId), ["eyes", "rocket"]);
  assert.deepEqual(await listAnswers(flow, number), ["The draft is ready to be read and edited: #2."]);
});

test("the pull request says what it is, and carries the post in one commit of ours", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  await flow.command(demoIssue);
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.ok(pullRequest);
  const day = pullRequest.head.ref.slice("blog/".length, "blog/2026-05-05".length);
  const file = `site/content/blog/${pullRequest.head.ref.slice("blog/".length)}.md`;
  const [visible = ""] = pullRequest.body.split("\n**LinkedIn preview:**");
  const fixed = visible.replace(/^\*\*(Hook|Angle):\*\* .+$/gm, "**$1:** …").replaceAll(file, "FILE");
  assert.equal(
    fixed,
    `📝 **Blog Draft — The Night Shift**

**Hook:** …

**Angle:** …

**Source material:** \`interviews/2026-03-23-restore-drills.md\` (restore drills, what the first one found, where the hours went); \`calls/2026-04-02 recovery estimates.vtt\` (who promises a recovery time, drills in the contract); \`Editorial/Public Voice - Point of View.md\` (The Night Shift: the voice of the series)

---

Draft is in \`FILE\`. Edit directly on this branch or merge as-is.

**To publish:** merge this PR. LinkedIn is not connected, so nothing is posted there.
**To discard:** close without merging.
`,
  );
  assert.match(
    pullRequest.body,
    /\/blob\/[0-9a-f]{40}\/calls\/2026-04-02%20recovery%20estimates\.vtt\?plain=1#L\d+/,
  );
  const post = await flow.sandbox.as("editor").readFile(flow.name, file, pullRequest.head.ref);
  const { data, markdown } = parsePostFile(post ?? "");
  assert.equal(data.title, demoIssue.title);
  assert.equal(data.series, "The Night Shift");
  assert.equal(data.draft, false);
  assert.equal(data.date, day);
  assert.match(markdown, /^> .+\n> — /m);
});

test("a repository without draft pull requests gets an ordinary one that says why", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, hasDrafts: false });
  await flow.command(demoIssue);
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.equal(pullRequest?.draft, false);
  assert.deepEqual(pullRequest?.labels, [{ name: "blog-draft" }]);
  assert.match(
    pullRequest?.body ?? "",
    /This repository does not support draft pull requests, so this is an ordinary one/,
  );
  assert.equal(flow.requests().length, 6);
});

test("two drafts on one day get two branches", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const { number } = await flow.command(demoIssue);
  await flow.ended("draft");
  const editor = flow.sandbox.as("editor");
  // A person's commit keeps the branch when the draft is closed.
  await editor.writeFile(flow.name, "note.md", "Mine.", (await listPullRequests(flow))[0]?.head.ref);
  await editor.setPullRequestState(flow.name, 2, "closed");
  await flow.ended("close");
  await editor.comment(flow.name, number, "/draft\n\nonce more");
  await flow.ended("draft", 2);
  const [first, second] = await listPullRequests(flow);
  assert.equal(second?.head.ref, `${first?.head.ref}-2`);
});

test("a post that stands on the default branch is never written over", async (t) => {
  const interview = demoFiles["interviews/2026-03-23-restore-drills.md"] ?? "";
  const flow = await startFlow(t, {
    files: {
      "talk.md": interview,
      ".github/galley.yml": 'content: { filename: "{slug}.md" }\n',
      "content/blog/restore-drills.md": "Somebody's own post.",
    },
  });
  await flow.command({ title: "Restore drills", body: "`talk.md`" });
  await flow.ended("draft");
  const open = (await listPullRequests(flow)).filter(({ state }) => state === "open");
  assert.equal(open.length, 1);
  assert.match(open[0]?.head.ref ?? "", /restore-drills-2$/);
  const editor = flow.sandbox.as("editor");
  const read = (path: string) => editor.readFile(flow.name, path, open[0]?.head.ref);
  assert.equal(await read("content/blog/restore-drills.md"), "Somebody's own post.");
  assert.match((await read("content/blog/restore-drills-2.md")) ?? "", /title: "Restore drills"/);
});

test("help lists what works, in two requests", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const { number, commentId } = await flow.command(demoIssue, "/help");
  await flow.ended("reply");
  assert.deepEqual(await listAnswers(flow, number), [
    `A command stands alone on the first line of a new comment. It needs write permission on this repository.

- \`/draft\`: write a post from the sources that this issue names, and open a draft pull request; \`/draft 2\` takes the second angle that was proposed
- \`/angles\`: propose three angles with the passages that carry them, and say what earlier posts cover
- \`/help\`: show this list`,
  ]);
  assert.deepEqual(await listReactions(flow, commentId), ["rocket"]);
  assert.equal(flow.requests().length, 2);
});
