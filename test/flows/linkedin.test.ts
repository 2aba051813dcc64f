import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { type TestContext, test } from "node:test";
import { z } from "zod";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

async function startDrafted(t: TestContext, settings = "") {
  const galley = `${demoFiles[".github/galley.yml"]}${settings}`;
  const flow = await startFlow(t, {
    files: { ...demoFiles, ".github/galley.yml": galley },
    hasLinkedIn: true,
  });
  await flow.command(demoIssue);
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.ok(pullRequest);
  const { ref: branch } = pullRequest.head;
  const file = `site/content/blog/${branch.slice("blog/".length)}.md`;
  const editor = flow.sandbox.as("editor");
  const edit = async (change: (text: string) => string, where = branch) => {
    const text = (await editor.readFile(flow.name, file, where)) ?? "";
    await editor.writeFile(flow.name, file, change(text), where);
  };
  const say = async (command: string, count: number) => {
    await editor.comment(flow.name, pullRequest.number, command);
    await flow.ended("linkedin", count);
    return (await listAnswers(flow, pullRequest.number)).at(-1) ?? "";
  };
  return { flow, editor, number: pullRequest.number, file, branch, edit, say };
}

async function merge(flow: Flow, number: number): Promise<string> {
  await flow.sandbox.as("editor").setDraft(flow.name, number, false);
  await flow.sandbox.as("editor").mergePullRequest(flow.name, number);
  await flow.ended("close");
  return (await listAnswers(flow, number)).at(-1) ?? "";
}

const withoutKey = (text: string) => text.replace(/^linkedin: \|-\n(?: {2}.*\n|\n)*/m, "");
const posts = (flow: Flow) => flow.sandbox.linkedin.posts();

test("a text that a person took out waits for /linkedin send", async (t) => {
  const { flow, number, edit, say } = await startDrafted(t);
  await edit(withoutKey);
  assert.match(
    await merge(flow, number),
    /Nothing was sent to LinkedIn yet: the post has no `linkedin` text that somebody approved\./,
  );
  assert.equal(posts(flow).length, 0);
  assert.match(await say("/linkedin", 1), /Nothing was sent to LinkedIn yet/);
  assert.match(await say("/linkedin send", 2), /^The announcement is on LinkedIn: https:/);
  assert.equal(posts(flow).length, 1);
  assert.match(await say("/linkedin send", 3), /^The announcement is on LinkedIn: https:/);
  assert.equal(posts(flow).length, 1);
});

test("front matter that a person broke is named with its line, nothing is sent, and /linkedin send after the fix", async (t) => {
  const { flow, number, edit, say } = await startDrafted(t);
  await edit((text) => text.replace(/^date: .*$/m, "date: [unclosed"));
  const said = await merge(flow, number);
  assert.match(said, /Nothing was sent to LinkedIn: .*line \d+/);
  assert.equal(posts(flow).length, 0);
  await edit((text) => text.replace(/^date: .*$/m, "date: 2026-05-05"), "main");
  assert.match(await say("/linkedin send", 1), /^The announcement is on LinkedIn/);
  assert.equal(posts(flow).length, 1);
});

test("linkedin: false sends nothing, and the merge says so", async (t) => {
  const { flow, number, edit } = await startDrafted(t);
  await edit((text) => `${withoutKey(text).replace(/^draft: false$/m, "draft: false\nlinkedin: false")}`);
  assert.match(await merge(flow, number), /Nothing is sent to LinkedIn: the post's front matter says so\./);
  assert.equal(posts(flow).length, 0);
});

test("a person's own text goes out as they wrote it, brackets and all", async (t) => {
  const { flow, number, edit } = await startDrafted(t);
  const own =
    "We (finally) measured it: 19 hours [not 4] * really_so * #restores @everybody \\ {done} <ok> ~ |";
  await edit(
    (text) => `${withoutKey(text).replace(/^draft: false$/m, `draft: false\nlinkedin: |-\n  ${own}`)}`,
  );
  await merge(flow, number);
  assert.equal(posts(flow)[0]?.rendered, own);
});

test("when nobody can know, a person looks: sent with its address, or not sent and then again", async (t) => {
  const { flow, number, say } = await startDrafted(t);
  flow.sandbox.linkedin.setFault("reset");
  assert.match(await merge(flow, number), /Nobody can know whether LinkedIn has the announcement/);
  assert.match(await say("/linkedin send", 1), /Nobody can know/);
  assert.equal(posts(flow).length, 0);
  assert.match(
    await say("/linkedin not-sent", 2),
    /^Nothing was sent to LinkedIn: editor looked and did not find it\./,
  );
  assert.match(
    await say("/linkedin sent https://www.linkedin.com/feed/update/urn:li:share:1/", 3),
    /^This is for an announcement that nobody knows about\./,
  );
  assert.match(await say("/linkedin send", 4), /^The announcement is on LinkedIn: https:/);
  assert.equal(posts(flow).length, 1);
});

test("a post that was renamed in review is found where it went", async (t) => {
  const { flow, number, editor, file, branch } = await startDrafted(t);
  const text = (await editor.readFile(flow.name, file, branch)) ?? "";
  const pull = z.object({ head: z.object({ sha: z.string() }) });
  const { body } = await editor.request("GET", `/repos/${flow.name}/pulls/${number}`);
  const rename =
    "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
  const input = {
    branch: { repositoryNameWithOwner: flow.name, branchName: branch },
    expectedHeadOid: pull.parse(body).head.sha,
    message: { headline: "Rename" },
    fileChanges: {
      additions: [{ path: "site/content/blog/renamed.md", contents: Buffer.from(text).toString("base64") }],
      deletions: [{ path: file }],
    },
  };
  const response = await fetch(`${flow.sandbox.url}/api/graphql`, {
    method: "POST",
    headers: { authorization: "Bearer ghu_editor", "content-type": "application/json" },
    body: JSON.stringify({ query: rename, variables: { input } }),
  });
  assert.doesNotMatch(await response.text(), /errors/);
  assert.match(await merge(flow, number), /The announcement is on LinkedIn/);
  assert.match(String(posts(flow)[0]?.article?.source), /\/blog\/renamed\/$/);
});

test("merged into another branch than the default, nothing is published", async (t) => {
  const { flow, number, editor } = await startDrafted(t);
  await editor.writeFile(flow.name, "x.md", "x");
  execFileSync("git", [`--git-dir=${flow.repository.gitDirectory}`, "branch", "next", "main"]);
  assert.equal(
    (await editor.request("PATCH", `/repos/${flow.name}/pulls/${number}`, { base: "next" })).status,
    200,
  );
  assert.match(
    await merge(flow, number),
    /was merged into another branch than `main`, so it is not published and nothing is announced\./,
  );
  assert.equal(posts(flow).length, 0);
});

test("an announcement that LinkedIn would not take is a finding before the merge, and taken back when mended", async (t) => {
  const { flow, number, edit } = await startDrafted(t);
  const announce = (text: string) => (post: string) =>
    withoutKey(post).replace(/^draft: false$/m, `draft: false\nlinkedin: |-\n  ${text}`);
  await edit(announce("(".repeat(1_600)));
  await flow.ended("review");
  const [finding = ""] = await listAnswers(flow, number);
  assert.match(
    finding,
    /^\*\*Before you merge:\*\* nothing would be announced on LinkedIn, because the text takes 3200 characters on LinkedIn, where 3000 is the most/,
  );
  await edit(announce("Short again."));
  await flow.ended("review", 2);
  assert.deepEqual(await listAnswers(flow, number), ["The announcement is in order again."]);
  assert.match(await merge(flow, number), /The announcement is on LinkedIn/);
  assert.equal(posts(flow)[0]?.rendered, "Short again.");
});
