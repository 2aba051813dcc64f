import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, errorsOf, open3, openBlog, openVariables, send } from "./support.ts";

/** Numbers of the open pull requests, as a person sees them. */
async function openPulls(sandbox: Sandbox): Promise<number[]> {
  const answer = await sandbox.as("maya").request("GET", "/repos/acme/blog/pulls?state=open");
  return (answer.body as { number: number }[]).map((pull) => pull.number);
}

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
