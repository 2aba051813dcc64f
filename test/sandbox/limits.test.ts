import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, errorsOf, openBlog, send } from "./support.ts";

test("a primary limit: nothing left and when it comes back, in REST and GraphQL", async (context) => {
  const { sandbox, token } = await openBlog(context);
  const leave = sandbox.limit({ request: () => ({ kind: "primary", seconds: 60, type: "RATE_LIMITED" }) });
  const rest = await send(sandbox, { path: "v3/repos/acme/blog", token });
  assert.equal(rest.status, 403);
  assert.equal(rest.headers.get("x-ratelimit-remaining"), "0");
  const inSeconds = Number(rest.headers.get("x-ratelimit-reset")) - Date.now() / 1000;
  assert.ok(inSeconds > 55 && inSeconds <= 61);
  const graphql = await ask(sandbox, token, "{ viewer { login } }");
  assert.equal(graphql.status, 200);
  assert.equal(errorsOf(graphql)[0]?.type, "RATE_LIMITED");
  leave();
  assert.equal((await send(sandbox, { path: "v3/repos/acme/blog", token })).status, 200);
});

test("a secondary limit: 403, 429 or 200, with retry-after when it is known", async (context) => {
  const { sandbox, token } = await openBlog(context);
  for (const status of [403, 429, 200] as const) {
    const leave = sandbox.limit({ request: () => ({ kind: "secondary", seconds: 7, status }) });
    const answer = await send(sandbox, { path: "graphql", token, body: { query: "{ viewer { login } }" } });
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get("retry-after"), "7");
    assert.match(JSON.stringify(answer.body), /exceeded a secondary rate limit/);
    leave();
  }
});

test("a content limit refuses one mutation of a document, and the others are done", async (context) => {
  const { sandbox, token } = await openBlog(context);
  const issue = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  sandbox.limit({ mutation: ({ alias }) => alias === "second" });
  const add = (alias: string) =>
    `${alias}: addComment(input: {subjectId: "${issue.nodeId}", body: "${alias}"}) { clientMutationId }`;
  const answer = await ask(sandbox, token, `mutation { ${add("first")} ${add("second")} ${add("third")} }`);
  assert.deepEqual(errorsOf(answer), [
    { type: "UNPROCESSABLE", path: ["second"], message: "was submitted too quickly" },
  ]);
  const comments = await sandbox.as("maya").comments("acme/blog", 1);
  assert.deepEqual(
    comments.map(({ body }) => body),
    ["first", "third"],
  );
});
