import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, errorsOf, fsck, git, open3, openBlog, openVariables } from "./support.ts";

test("branch, commit and draft pull request are made in one request", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const answer = await ask(sandbox, token, open3, openVariables(blog));
  assert.equal(answer.errors, undefined);
  const { createRef, createCommitOnBranch, createPullRequest } = answer.data;
  assert.deepEqual(createRef.ref, { name: "blog/a-talk", target: { oid: blog.headOid } });
  const { commit } = createCommitOnBranch;
  assert.deepEqual(commit.parents.nodes, [{ oid: blog.headOid }]);
  assert.equal(commit.message, "Draft: a talk\n\nGalley-Job: 1");
  assert.deepEqual(commit.author, {
    name: "galley[bot]",
    email: "8001+galley[bot]@users.noreply.github.com",
  });
  assert.equal(createPullRequest.pullRequest.isDraft, true);
  assert.equal(createPullRequest.pullRequest.headRefOid, commit.oid);

  assert.equal(git(blog, "show", "blog/a-talk:content/blog/a-talk.md"), "# A talk\n");
  assert.equal(
    git(blog, "log", "-1", "--format=%P %cn <%ce>%n%B", "blog/a-talk"),
    `${blog.headOid} GitHub <noreply@github.com>\nDraft: a talk\n\nGalley-Job: 1\n\n`,
  );
  assert.equal(git(blog, "diff", "--name-status", "main", "blog/a-talk"), "A\tcontent/blog/a-talk.md\n");
  assert.equal(fsck(blog), "");
});

test("mutations go on after one has failed: a left-over branch gets its pull request all the same", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await ask(sandbox, token, open3, openVariables(blog));
  await sandbox.as("maya").setPullRequestState("acme/blog", 1, "closed");
  const answer = await ask(sandbox, token, open3, openVariables(blog));
  assert.equal(answer.status, 200);
  assert.deepEqual(errorsOf(answer), [
    {
      type: "UNPROCESSABLE",
      path: ["createRef"],
      message: 'A ref named "refs/heads/blog/a-talk" already exists in the repository.',
    },
    {
      type: "STALE_DATA",
      path: ["createCommitOnBranch"],
      message: `Expected branch to point to "${blog.headOid}" but it did not.  Pull and try again.`,
    },
  ]);
  assert.equal(answer.data.createCommitOnBranch, null);
  assert.equal(answer.data.createPullRequest.pullRequest.number, 2);
});

test("a head that moved in between is stale", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await ask(sandbox, token, open3, openVariables(blog));
  const { commitOid } = await sandbox
    .as("maya")
    .writeFile("acme/blog", "content/blog/a-talk.md", "Mine\n", "blog/a-talk");
  const commit = `mutation($base: GitObjectID!) { createCommitOnBranch(input: {
    branch: {repositoryNameWithOwner: "acme/blog", branchName: "blog/a-talk"}, expectedHeadOid: $base, message: {headline: "x"},
    fileChanges: {deletions: [{path: "content/blog/a-talk.md"}]} }) { commit { oid } } }`;
  const stale = await ask(sandbox, token, commit, { base: blog.headOid });
  assert.equal(stale.errors?.[0]?.type, "STALE_DATA");
  assert.equal(
    await sandbox.as("maya").readFile("acme/blog", "content/blog/a-talk.md", "blog/a-talk"),
    "Mine\n",
  );
  const fresh = await ask(sandbox, token, commit, { base: commitOid });
  assert.equal(fresh.errors, undefined);
  assert.equal(
    await sandbox.as("maya").readFile("acme/blog", "content/blog/a-talk.md", "blog/a-talk"),
    undefined,
  );
  const again = await ask(sandbox, token, commit, { base: fresh.data.createCommitOnBranch.commit.oid });
  assert.match(again.errors?.[0]?.message ?? "", /^A path was requested for deletion which does not exist/);
  assert.equal(fsck(blog), "");
});

test("of two commits at once on the same head only one gets through", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const commit = (text: string) =>
    ask(
      sandbox,
      token,
      `mutation($base: GitObjectID!, $text: Base64String!) { createCommitOnBranch(input: {
        branch: {repositoryNameWithOwner: "acme/blog", branchName: "main"}, expectedHeadOid: $base, message: {headline: "x"},
        fileChanges: {additions: [{path: "a.md", contents: $text}]} }) { commit { oid } } }`,
      { base: blog.headOid, text: Buffer.from(text).toString("base64") },
    );
  const answers = await Promise.all(["a", "b", "c"].map(commit));
  assert.deepEqual(answers.map((one) => one.errors?.[0]?.type ?? "through").toSorted(), [
    "STALE_DATA",
    "STALE_DATA",
    "through",
  ]);
  assert.equal(git(blog, "rev-list", "--count", "main"), "2\n");
});

test("a name that clashes with a folder of refs, a bad name and an unknown commit are refused", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const createRef = (name: string, oid = blog.headOid) =>
    ask(
      sandbox,
      token,
      "mutation($r: ID!, $n: String!, $o: GitObjectID!) { createRef(input: {repositoryId: $r, name: $n, oid: $o}) { ref { id } } }",
      { r: blog.nodeId, n: name, o: oid },
    );
  assert.equal((await createRef("refs/heads/blog/a")).errors, undefined);
  const messages = [];
  for (const name of [
    "refs/heads/blog",
    "refs/heads/blog/a/b",
    "refs/heads/two words",
    "refs/heads/blog/a",
  ]) {
    messages.push((await createRef(name)).errors?.[0]?.message);
  }
  messages.push((await createRef("refs/heads/c", "1".repeat(40))).errors?.[0]?.message);
  assert.deepEqual(messages, [
    "Ref cannot be created.",
    "Ref cannot be created.",
    "Ref cannot be created.",
    'A ref named "refs/heads/blog/a" already exists in the repository.',
    `Could not resolve to a Commit with the oid of '${"1".repeat(40)}'`,
  ]);
});
