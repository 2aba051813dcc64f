import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, createBlog, errorsOf, open3, openSandbox, openVariables, send, takeToken } from "./support.ts";

test("what the sandbox has not learned is answered with 501 and stands in the log", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  const rest = await send(sandbox, { path: "v3/repos/acme/blog/topics", token: "ghu_maya" });
  assert.equal(rest.status, 501);
  assert.match(
    (rest.body as { message: string }).message,
    /does not know GET \/api\/v3\/repos\/acme\/blog\/topics/,
  );

  const field = await ask(
    sandbox,
    "ghu_maya",
    `{ repository(owner: "acme", name: "blog") { name stargazerCount } }`,
  );
  assert.equal(field.status, 501);
  assert.equal(errorsOf(field)[0]?.message, "The sandbox does not know the field Repository.stargazerCount");

  const mutation = await ask(
    sandbox,
    "ghu_maya",
    `mutation { pinIssue(input: {issueId: "x"}) { clientMutationId } }`,
  );
  assert.equal(mutation.status, 501);
  assert.equal(errorsOf(mutation)[0]?.message, "The sandbox does not know the field Mutation.pinIssue");
  assert.equal((await fetch(`${sandbox.url}/acme/blog/pulse`)).status, 501);
  assert.deepEqual(
    sandbox.requests().map(({ operation, status }) => `${status} ${operation}`),
    [
      "501 unknown GET /api/v3/repos/acme/blog/topics",
      "501 query (repository)",
      "501 mutation (pinIssue)",
      "501 unknown GET /acme/blog/pulse",
    ],
  );
});

test("an argument that the sandbox does not look at is not ignored without a word", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const ordered = `pullRequests(first: 1, labels: ["x"]) { totalCount }`;
  const read = await ask(sandbox, "ghu_maya", `{ repository(owner: "acme", name: "blog") { ${ordered} } }`);
  assert.equal(read.status, 501);
  assert.match(String(read.errors?.[0]?.message), /does not know labels of Repository\.pullRequests/);
  const input = `repositoryId: "${blog.nodeId}", baseRefName: "main", headRefName: "main", title: "x", headRepositoryId: "${blog.nodeId}"`;
  const written = await ask(
    sandbox,
    "ghu_maya",
    `mutation { createPullRequest(input: {${input}}) { clientMutationId } }`,
  );
  // Refused before: what it is about comes first.
  assert.match(String(written.errors?.[0]?.message), /No commits between/);
  const label = `repositoryId: "${blog.nodeId}", name: "x", color: "ededed", clientMutationId: "1"`;
  const known = await ask(
    sandbox,
    "ghu_maya",
    `mutation { createLabel(input: {${label}}) { clientMutationId } }`,
  );
  assert.deepEqual([known.status, known.data.createLabel.clientMutationId], [200, "1"]);
});

test("every request is logged with who asked for what", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const token = await takeToken(sandbox, blog.installationId);
  await send(sandbox, { path: "v3/repos/acme/blog/collaborators/maya/permission", token });
  await ask(sandbox, token, open3, openVariables(blog));
  await sandbox.as("maya").readFile("acme/blog", "none");
  await send(sandbox, { path: "v3/rate_limit" });
  const [first] = sandbox.requests();
  assert.deepEqual(Object.keys(first ?? {}), [
    "index",
    "method",
    "path",
    "operation",
    "fields",
    "called",
    "status",
    "actor",
    "at",
  ]);
  assert.deepEqual(
    sandbox.requests().map((one) => `${one.index} ${one.actor} ${one.method} ${one.operation} ${one.status}`),
    [
      "0 app POST apps/create-installation-access-token 201",
      "1 installation GET repos/get-collaborator-permission-level 200",
      "2 installation POST Open (createRef, createCommitOnBranch, createPullRequest) 200",
      "3 maya GET repos/get-content 404",
      "4 anonymous GET rate-limit/get 200",
    ],
  );
});

test("a connection cut before an operation leaves nothing behind, one cut after it leaves the work", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  const maya = sandbox.as("maya");
  await maya.openIssue("acme/blog", { title: "A talk" });
  for (const moment of ["before", "acted"] as const) {
    const leave = sandbox.intercept((at) =>
      at.moment === moment && at.request.operation === "issues/create-comment" ? "drop" : undefined,
    );
    await assert.rejects(maya.comment("acme/blog", 1, moment), /fetch failed/);
    assert.equal(sandbox.requests().at(-1)?.status, 0);
    leave();
  }
  const comments = await maya.comments("acme/blog", 1);
  assert.deepEqual(
    comments.map(({ body }) => body),
    ["acted"],
  );
});

test("somebody may stand at each moment of a request and make it wait", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  const seen: string[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const answered = new Promise<void>((resolve) => {
    sandbox.intercept(async ({ request, moment }) => {
      seen.push(`${moment} ${request.operation} ${request.status}`);
      if (moment === "acted") await released;
      if (moment === "answered") resolve();
    });
  });
  const reading = sandbox.as("maya").request("GET", "/repos/acme/blog");
  release();
  await Promise.all([reading, answered]);
  assert.deepEqual(seen, [
    "before repos/get undefined",
    "acted repos/get undefined",
    "answered repos/get 200",
  ]);
});

test("bodies that are no GraphQL and no JSON are refused", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  for (const body of [null, [], "x", { query: 1 }]) {
    const answer = await send(sandbox, { method: "POST", path: "graphql", token: "ghu_maya", body });
    assert.equal(answer.status, 400);
  }
  const text = await fetch(`${sandbox.url}/api/v3/repos/acme/blog/issues`, {
    method: "POST",
    headers: { authorization: "Bearer ghu_maya" },
    body: "{",
  });
  assert.equal(text.status, 422);
  const syntax = await ask(sandbox, "ghu_maya", "{ viewer {");
  assert.match(syntax.errors?.[0]?.message ?? "", /Syntax Error/);
  assert.equal(
    (await send(sandbox, { path: "graphql", body: { query: "{ viewer { login } }" } })).status,
    401,
  );
});
