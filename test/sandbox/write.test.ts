import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import {
  ask,
  createBlog,
  errorsOf,
  fsck,
  git,
  open3,
  openSandbox,
  openVariables,
  send,
  takeToken,
} from "./support.ts";

async function openBlog(
  ...[context, more]: [Parameters<typeof openSandbox>[0], Parameters<typeof createBlog>[1]?]
) {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox, more);
  return { sandbox, blog, token: await takeToken(sandbox, blog.installationId) };
}

/** Numbers of the open pull requests, as a person sees them. */
async function openPulls(sandbox: Sandbox): Promise<number[]> {
  const answer = await sandbox.as("maya").request("GET", "/repos/acme/blog/pulls?state=open");
  return (answer.body as { number: number }[]).map((pull) => pull.number);
}

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

test("where drafts are not supported, only a normal pull request is opened", async (context) => {
  const { sandbox, blog, token } = await openBlog(context, { drafts: false });
  const answer = await ask(sandbox, token, open3, openVariables(blog));
  assert.deepEqual(errorsOf(answer), [
    {
      type: "UNPROCESSABLE",
      path: ["createPullRequest"],
      message: "Draft pull requests are not supported in this repository.",
    },
  ]);
  assert.deepEqual(await openPulls(sandbox), []);
  const other = await ask(sandbox, token, open3, openVariables(blog, "blog/other", false));
  assert.equal(other.data.createPullRequest.pullRequest.isDraft, false);
});

test("a pull request needs a new head with commits and a base", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await ask(sandbox, token, open3, openVariables(blog));
  const create = async (head: string, base = "main", body = "") => {
    const answer = await ask(
      sandbox,
      token,
      `mutation($r: ID!, $h: String!, $b: String!, $t: String!) { createPullRequest(input: {repositoryId: $r, headRefName: $h, baseRefName: $b, title: "x", body: $t}) { pullRequest { id } } }`,
      { r: blog.nodeId, h: head, b: base, t: body },
    );
    return errorsOf(answer)[0]?.message;
  };
  const empty =
    'mutation($r: ID!, $o: GitObjectID!) { createRef(input: {repositoryId: $r, name: "refs/heads/empty", oid: $o}) { ref { id } } }';
  await ask(sandbox, token, empty, { r: blog.nodeId, o: blog.headOid });
  assert.equal(await create("blog/a-talk"), "A pull request already exists for acme:blog/a-talk.");
  assert.equal(await create("empty"), "No commits between main and empty");
  assert.equal(await create("none"), "Head ref must be a branch");
  assert.equal(await create("blog/a-talk", "none"), "Base ref must be a branch");
  assert.equal(
    await create("blog/a-talk", "main", "x".repeat(65_537)),
    "Body is too long (maximum is 65536 characters)",
  );
  const labelled = await ask(
    sandbox,
    token,
    `mutation { createPullRequest(input: {repositoryId: "${blog.nodeId}", headRefName: "x", baseRefName: "main", title: "x", labelIds: []}) { pullRequest { id } } }`,
  );
  assert.match(labelled.errors?.[0]?.message ?? "", /Field "labelIds" is not defined/);
  assert.deepEqual(await openPulls(sandbox), [1]);
});

test("a request that finishes a draft: labels, comment, reactions and two check runs under aliases", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const issue = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const asked = await sandbox.as("maya").comment("acme/blog", issue.number, "/draft");
  const started = await ask(
    sandbox,
    token,
    `mutation($issue: ID!, $comment: ID!) {
      addReaction(input: {subjectId: $comment, content: EYES}) { reaction { content user { login } } }
      addComment(input: {subjectId: $issue, body: "Reading"}) { commentEdge { node { id databaseId } } }
      createLabel: createLabel(input: {repositoryId: "${blog.nodeId}", name: "blog-draft", color: "ededed"}) { label { id name } }
    }`,
    { issue: issue.nodeId, comment: asked.nodeId },
  );
  assert.equal(started.errors, undefined);
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  const pull = opened.data.createPullRequest.pullRequest;
  const finished = await ask(
    sandbox,
    token,
    `mutation($pull: ID!, $labels: [ID!]!, $note: ID!, $comment: ID!, $head: GitObjectID!, $annotations: [CheckAnnotationData!]!) {
      addLabelsToLabelable(input: {labelableId: $pull, labelIds: $labels}) { labelable { __typename ... on PullRequest { labels(first: 5) { nodes { name } } } } }
      updateIssueComment(input: {id: $note, body: "Done"}) { issueComment { body } }
      removeReaction(input: {subjectId: $comment, content: EYES}) { reaction { content } }
      addReaction(input: {subjectId: $comment, content: ROCKET}) { subject { __typename } }
      quotes: createCheckRun(input: {repositoryId: "${blog.nodeId}", name: "quotes", headSha: $head, conclusion: SUCCESS, output: {title: "t", summary: "s", annotations: $annotations}}) { checkRun { id status conclusion annotations(first: 1) { totalCount } } }
      style: createCheckRun(input: {repositoryId: "${blog.nodeId}", name: "style", headSha: $head, status: IN_PROGRESS}) { checkRun { status conclusion } }
    }`,
    {
      pull: pull.id,
      labels: [started.data.createLabel.label.id],
      note: started.data.addComment.commentEdge.node.id,
      comment: asked.nodeId,
      head: pull.headRefOid,
      annotations: Array.from({ length: 50 }, (_, line) => annotation(line + 1)),
    },
  );
  const checkId = finished.data.quotes.checkRun.id;
  delete finished.data.quotes.checkRun.id;
  assert.deepEqual(finished, {
    status: 200,
    data: {
      addLabelsToLabelable: {
        labelable: { __typename: "PullRequest", labels: { nodes: [{ name: "blog-draft" }] } },
      },
      updateIssueComment: { issueComment: { body: "Done" } },
      removeReaction: { reaction: { content: "EYES" } },
      addReaction: { subject: { __typename: "IssueComment" } },
      quotes: {
        checkRun: { status: "COMPLETED", conclusion: "SUCCESS", annotations: { totalCount: 50 } },
      },
      style: { checkRun: { status: "IN_PROGRESS", conclusion: null } },
    },
  });
  const more = await ask(
    sandbox,
    token,
    `mutation($annotations: [CheckAnnotationData!]!) { updateCheckRun(input: {repositoryId: "${blog.nodeId}", checkRunId: "${checkId}", output: {title: "t", summary: "s", annotations: $annotations}}) { checkRun { annotations(first: 1) { totalCount } } } }`,
    { annotations: [annotation(51)] },
  );
  assert.equal(more.data.updateCheckRun.checkRun.annotations.totalCount, 51);
  const comments = await sandbox.as("maya").comments("acme/blog", issue.number);
  assert.deepEqual(
    comments.map(({ login, body }) => `${login}: ${body}`),
    ["maya: /draft", "galley[bot]: Done"],
  );
});

function annotation(line: number) {
  return {
    path: "content/blog/a-talk.md",
    annotationLevel: "WARNING",
    message: "m",
    location: { startLine: line, endLine: line },
  };
}

test("more than fifty annotations and bodies of more than 65,536 characters are refused", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const issue = await sandbox
    .as("maya")
    .openIssue("acme/blog", { title: "A talk", body: "x".repeat(65_536) });
  const run = await ask(
    sandbox,
    token,
    `mutation($a: [CheckAnnotationData!]!) { createCheckRun(input: {repositoryId: "${blog.nodeId}", name: "n", headSha: "${blog.headOid}", output: {title: "t", summary: "s", annotations: $a}}) { checkRun { id } } }`,
    { a: Array.from({ length: 51 }, (_, line) => annotation(line + 1)) },
  );
  assert.match(run.errors?.[0]?.message ?? "", /No more than 50 items are allowed; 51 were supplied/);
  const path = `v3/repos/acme/blog/issues/${issue.number}/comments`;
  const fits = await send(sandbox, { path, token, body: { body: "x".repeat(65_536) } });
  assert.equal(fits.status, 201);
  const long = await send(sandbox, { path, token, body: { body: "x".repeat(65_537) } });
  assert.equal(long.status, 422);
  assert.deepEqual(long.body, {
    message: "Validation Failed",
    errors: [
      {
        resource: "IssueComment",
        code: "unprocessable",
        field: "data",
        message: "Body is too long (maximum is 65536 characters)",
      },
    ],
    documentation_url: "https://docs.github.com/rest",
    status: "422",
  });
});

test("a pull request is closed when its branch goes, and cannot be opened again without it", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await ask(sandbox, token, open3, openVariables(blog));
  const path = "v3/repos/acme/blog/git/refs/heads%2Fblog%2Fa-talk";
  assert.equal((await send(sandbox, { method: "DELETE", path, token })).status, 204);
  assert.deepEqual(await openPulls(sandbox), []);
  const again = await send(sandbox, { method: "DELETE", path, token });
  assert.equal(again.status, 422);
  assert.equal((again.body as { message: string }).message, "Reference does not exist");
  await assert.rejects(sandbox.as("maya").setPullRequestState("acme/blog", 1, "open"), /422/);
  const read = await ask(
    sandbox,
    token,
    `{ repository(owner: "acme", name: "blog") { pullRequest(number: 1) { state headRef { name } headRefOid } } }`,
  );
  assert.equal(read.data.repository.pullRequest.state, "CLOSED");
  assert.equal(read.data.repository.pullRequest.headRef, null);
  assert.match(read.data.repository.pullRequest.headRefOid, /^[0-9a-f]{40}$/);
});

test("a pull request is changed, closed with its branch in one request, and found again", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  const { id } = opened.data.createPullRequest.pullRequest;
  const query = `{ repository(owner: "acme", name: "blog") {
    ref(qualifiedName: "refs/heads/blog/a-talk") { id }
    pullRequests(headRefName: "blog/a-talk", states: [OPEN], first: 5) { nodes { number title body author { login __typename } } } } }`;
  const before = (await ask(sandbox, token, query)).data.repository;
  assert.deepEqual(before.pullRequests.nodes, [
    { number: 1, title: "A talk", body: "Body", author: { login: "galley", __typename: "Bot" } },
  ]);
  const closed = await ask(
    sandbox,
    token,
    `mutation($id: ID!, $ref: ID!) {
      updatePullRequest(input: {pullRequestId: $id, title: "Another title"}) { pullRequest { title body } }
      closePullRequest(input: {pullRequestId: $id}) { pullRequest { state closed } }
      deleteRef(input: {refId: $ref, clientMutationId: "mine"}) { clientMutationId }
    }`,
    { id, ref: before.ref.id },
  );
  assert.deepEqual(closed.data, {
    updatePullRequest: { pullRequest: { title: "Another title", body: "Body" } },
    closePullRequest: { pullRequest: { state: "CLOSED", closed: true } },
    deleteRef: { clientMutationId: "mine" },
  });
  const after = (await ask(sandbox, token, query)).data.repository;
  assert.deepEqual(after, { ref: null, pullRequests: { nodes: [] } });
});

test("REST reactions are made once", async (context) => {
  const { sandbox, token } = await openBlog(context);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const { id } = await sandbox.as("maya").comment("acme/blog", 1, "/draft");
  const path = `v3/repos/acme/blog/issues/comments/${id}/reactions`;
  const statuses = [];
  for (const content of ["eyes", "eyes", "thumbsup"])
    statuses.push((await send(sandbox, { path, token, body: { content } })).status);
  assert.deepEqual(statuses, [201, 200, 422]);
  const list = await send(sandbox, { path, token });
  assert.deepEqual(
    (list.body as { content: string; user: { login: string } }[]).map(
      (one) => `${one.user.login} ${one.content}`,
    ),
    ["galley[bot] eyes"],
  );
});
