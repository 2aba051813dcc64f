import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, errorsOf, fsck, git, open3, openBlog, openVariables, send, takeToken } from "./support.ts";

const path = "/repos/acme/blog/pulls/1/merge";

/** A blog with one pull request, ready unless said otherwise, and somebody who may merge it. */
async function openPull(
  context: Parameters<typeof openBlog>[0],
  { draft = false, autoDeleteHead = false } = {},
) {
  const opened = await openBlog(context, { autoDeleteHead });
  const answer = await ask(
    opened.sandbox,
    opened.token,
    open3,
    openVariables(opened.blog, "blog/a-talk", draft),
  );
  const { id } = answer.data.createPullRequest.pullRequest as { id: string };
  return {
    ...opened,
    id,
    headOid: answer.data.createCommitOnBranch.commit.oid,
    maya: opened.sandbox.as("maya"),
  };
}

const read = `{ repository(owner: "acme", name: "blog") { pullRequest(number: 1) {
  merged state closedAt mergedAt mergedBy { login } mergeCommit { oid parents(first: 3) { nodes { oid } } }
  baseRefName files(first: 10) { nodes { path changeType } }
  commits(first: 10) { nodes { commit { oid author { user { login } } parents(first: 3) { nodes { oid } } } } } } } }`;

test("a merge is a commit with two parents, and the pull request says who made it", async (context) => {
  const { sandbox, blog, token, headOid, maya } = await openPull(context);
  const before = (await ask(sandbox, token, read)).data.repository.pullRequest;
  assert.deepEqual(
    [before.merged, before.state, before.mergedAt, before.mergedBy, before.mergeCommit],
    [false, "OPEN", null, null, null],
  );
  const { commitOid } = await maya.mergePullRequest("acme/blog", 1);
  assert.equal(git(blog, "rev-parse", "main").trim(), commitOid);
  assert.equal(
    git(blog, "log", "-1", "--format=%B", "main").trim(),
    "Merge pull request #1 from acme/blog/a-talk\n\nA talk",
  );
  const { closedAt, mergedAt, ...pull } = (await ask(sandbox, token, read)).data.repository.pullRequest;
  assert.equal(closedAt, mergedAt);
  assert.deepEqual(pull, {
    merged: true,
    state: "MERGED",
    mergedBy: { login: "maya" },
    mergeCommit: { oid: commitOid, parents: { nodes: [{ oid: blog.headOid }, { oid: headOid }] } },
    baseRefName: "main",
    files: { nodes: [{ path: "content/blog/a-talk.md", changeType: "ADDED" }] },
    commits: {
      nodes: [
        {
          commit: {
            oid: headOid,
            author: { user: { login: "galley[bot]" } },
            parents: { nodes: [{ oid: blog.headOid }] },
          },
        },
      ],
    },
  });
  assert.equal(await maya.readFile("acme/blog", "content/blog/a-talk.md"), "# A talk\n");
  assert.equal(fsck(blog), "");
});

test("squash makes one commit of many, rebase as many on a base that went on", async (context) => {
  for (const method of ["squash", "rebase"] as const) {
    const { blog, maya } = await openPull(context);
    await maya.writeFile("acme/blog", "content/blog/a-talk.md", "# Another\n", "blog/a-talk");
    const base = await maya.writeFile("acme/blog", "README.md", "More\n");
    const { commitOid } = await maya.mergePullRequest("acme/blog", 1, method);
    const log = git(blog, "log", "--format=%an: %s", `${base.commitOid}..${commitOid}`).trim().split("\n");
    assert.deepEqual(
      log,
      method === "squash"
        ? ["galley[bot]: A talk (#1)"]
        : ["maya: Write content/blog/a-talk.md", "galley[bot]: Draft: a talk"],
    );
    assert.equal(git(blog, "log", "--merges", "--format=%H", "main"), "");
    assert.equal(await maya.readFile("acme/blog", "content/blog/a-talk.md"), "# Another\n");
    assert.equal(await maya.readFile("acme/blog", "README.md"), "More\n");
    assert.equal(fsck(blog), "");
  }
});

test("a draft, a closed one, a conflict and another head are not merged", async (context) => {
  const { sandbox, blog, token, id, maya, headOid } = await openPull(context, { draft: true });
  const refusal = async (body: unknown = {}) => {
    const answer = await maya.request("PUT", path, body);
    return [answer.status, (answer.body as { message: string }).message];
  };
  assert.deepEqual(await refusal(), [405, "Pull Request is still a draft"]);
  const merge =
    "mutation($id: ID!) { mergePullRequest(input: {pullRequestId: $id}) { pullRequest { merged } } }";
  assert.deepEqual(errorsOf(await ask(sandbox, token, merge, { id })), [
    { type: "UNPROCESSABLE", path: ["mergePullRequest"], message: "Pull Request is still a draft" },
  ]);
  await maya.setDraft("acme/blog", 1, false);
  assert.deepEqual(await refusal({ sha: blog.headOid }), [
    409,
    "Head branch was modified. Review and try the merge again.",
  ]);
  await maya.setPullRequestState("acme/blog", 1, "closed");
  assert.deepEqual(await refusal(), [405, "Pull Request is not mergeable"]);
  await maya.setPullRequestState("acme/blog", 1, "open");
  await maya.writeFile("acme/blog", "content/blog/a-talk.md", "# Something else\n");
  for (const merge_method of ["merge", "squash", "rebase"]) {
    assert.deepEqual(await refusal({ merge_method }), [405, "Pull Request is not mergeable"]);
  }
  await maya.writeFile("acme/blog", "content/blog/a-talk.md", "# A talk\n");
  assert.deepEqual((await maya.request("PUT", path, { sha: headOid })).status, 200);
  assert.deepEqual(await refusal(), [405, "Pull Request is not mergeable"]);
  await assert.rejects(maya.setPullRequestState("acme/blog", 1, "open"), /Could not open the pull request/);
});

test("of two merges at once only one gets through", async (context) => {
  const { blog, maya } = await openPull(context);
  const answers = await Promise.all([1, 2].map(() => maya.request("PUT", path, {})));
  assert.deepEqual(answers.map((one) => one.status).toSorted(), [200, 405]);
  const refused = answers.filter((one) => one.status === 405).map((one) => one.body as { message: string });
  assert.match(
    refused[0]?.message ?? "",
    /^(?:Base branch was modified\. Review and try the merge again\.|Pull Request is not mergeable)$/,
  );
  assert.equal(git(blog, "log", "--merges", "--format=%H", "main").trim().split("\n").length, 1);
});

test("a reader merges nothing, and an App only with the permission for contents", async (context) => {
  const { sandbox, blog } = await openPull(context);
  assert.equal((await sandbox.as("stranger").request("PUT", path, {})).status, 403);
  const merge = async (permissions: Record<string, string>) => {
    const token = await takeToken(sandbox, blog.installationId, permissions);
    return (await send(sandbox, { method: "PUT", path: `v3${path}`, token, body: {} })).status;
  };
  assert.equal(await merge({ pull_requests: "write" }), 403);
  assert.equal(git(blog, "rev-parse", "main").trim(), blog.headOid);
  await assert.rejects(sandbox.as("stranger").setDraft("acme/blog", 1, true), /FORBIDDEN/);
  assert.equal(await merge({ contents: "write" }), 200);
});

test("files are told by what became of them, a renamed one by its new name", async (context) => {
  const { sandbox, token, blog } = await openPull(context);
  const text = Buffer.from("Maya: hello\n").toString("base64");
  const commit = `mutation($oid: GitObjectID!, $text: Base64String!) { createCommitOnBranch(input: {
    branch: {repositoryNameWithOwner: "acme/blog", branchName: "blog/a-talk"}, expectedHeadOid: $oid, message: {headline: "Move"},
    fileChanges: {deletions: [{path: "notes/a talk.md"}], additions: [{path: "notes/moved.md", contents: $text}]} }) { commit { oid } } }`;
  const oid = git(blog, "rev-parse", "blog/a-talk").trim();
  await ask(sandbox, token, commit, { oid, text });
  assert.deepEqual((await ask(sandbox, token, read)).data.repository.pullRequest.files.nodes, [
    { path: "content/blog/a-talk.md", changeType: "ADDED" },
    { path: "notes/moved.md", changeType: "RENAMED" },
  ]);
});

test("another base must be there, and gives the merge another place", async (context) => {
  const { sandbox, blog, token, maya } = await openPull(context);
  const retarget = async (base: string) => {
    const answer = await maya.request("PATCH", "/repos/acme/blog/pulls/1", { base });
    return [answer.status, (answer.body as { message?: string }).message];
  };
  assert.deepEqual(await retarget("none"), [422, "Validation Failed"]);
  await ask(
    sandbox,
    token,
    'mutation($r: ID!, $o: GitObjectID!) { createRef(input: {repositoryId: $r, name: "refs/heads/next", oid: $o}) { ref { id } } }',
    { r: blog.nodeId, o: blog.headOid },
  );
  assert.deepEqual(await retarget("next"), [200, undefined]);
  await maya.mergePullRequest("acme/blog", 1);
  assert.equal((await ask(sandbox, token, read)).data.repository.pullRequest.baseRefName, "next");
  assert.equal(git(blog, "rev-parse", "main").trim(), blog.headOid);
  assert.deepEqual(await retarget("main"), [422, "Cannot change the base branch of a closed pull request."]);
});

test("the head goes with the merge where that is set, and deleting it again is refused", async (context) => {
  const { sandbox, token, blog, maya } = await openPull(context, { autoDeleteHead: true });
  await maya.mergePullRequest("acme/blog", 1, "squash");
  assert.equal(git(blog, "for-each-ref", "--format=%(refname)"), "refs/heads/main\n");
  await assert.rejects(maya.deleteBranch("acme/blog", "blog/a-talk"), /422.*Reference does not exist/);
  // Its own commits and files are still told.
  const pull = (await ask(sandbox, token, read)).data.repository.pullRequest;
  assert.deepEqual([pull.commits.nodes.length, pull.files.nodes.length], [1, 1]);
});
