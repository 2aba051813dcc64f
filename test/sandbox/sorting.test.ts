import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, openBlog, send } from "./support.ts";

test("issues are labelled, closed, opened again and listed, by those who may", async (context) => {
  const { sandbox } = await openBlog(context);
  const maya = sandbox.as("maya");
  const { nodeId } = await sandbox.as("stranger").openIssue("acme/blog", { title: "A talk" });
  await maya.openIssue("acme/blog", { title: "Another" });
  const issue = "/repos/acme/blog/issues/1";
  assert.equal((await sandbox.as("other").request("PATCH", issue, { state: "closed" })).status, 403);
  const labelled = await maya.request("POST", `${issue}/labels`, { labels: ["blog-idea"] });
  assert.deepEqual(
    (labelled.body as { name: string }[]).map(({ name }) => name),
    ["blog-idea"],
  );
  const list = async (query: string) => {
    const { body } = await maya.request("GET", `/repos/acme/blog/issues?${query}`);
    return (body as { number: number }[]).map(({ number }) => number);
  };
  assert.deepEqual([await list(""), await list("labels=blog-idea")], [[2, 1], [1]]);
  assert.equal((await sandbox.as("stranger").request("PATCH", issue, { state: "closed" })).status, 200);
  assert.deepEqual([await list(""), await list("state=all")], [[2], [2, 1]]);
  const reopened = await ask(
    sandbox,
    "ghu_maya",
    `mutation { reopenIssue(input: {issueId: "${nodeId}"}) { issue { state } } }`,
  );
  assert.equal(reopened.data.reopenIssue.issue.state, "OPEN");
  assert.equal((await maya.request("DELETE", `${issue}/labels/gone`)).status, 404);
  assert.equal((await maya.request("DELETE", `${issue}/labels/blog-idea`)).status, 200);
});

test("in a locked conversation only those who write may speak", async (context) => {
  const { sandbox, token } = await openBlog(context);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  assert.equal((await sandbox.as("maya").request("PUT", "/repos/acme/blog/issues/1/lock")).status, 204);
  const path = "v3/repos/acme/blog/issues/1/comments";
  const speak = async (who: string) =>
    (await send(sandbox, { path, token: who, body: { body: "Hi" } })).status;
  assert.deepEqual(
    [await speak("ghu_maya"), await speak("ghu_stranger"), await speak(token)],
    [201, 403, 403],
  );
});

test("a reaction is taken back by whoever gave it, and a comment by its author", async (context) => {
  const { sandbox } = await openBlog(context);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const { id } = await sandbox.as("stranger").comment("acme/blog", 1, "Hi");
  const comment = `/repos/acme/blog/issues/comments/${id}`;
  const given = await sandbox.as("maya").request("POST", `${comment}/reactions`, { content: "eyes" });
  const reaction = `${comment}/reactions/${(given.body as { id: number }).id}`;
  assert.equal((await sandbox.as("stranger").request("DELETE", reaction)).status, 404);
  assert.equal((await sandbox.as("maya").request("DELETE", reaction)).status, 204);
  assert.equal((await sandbox.as("other").request("DELETE", comment)).status, 403);
  assert.equal((await sandbox.as("stranger").request("DELETE", comment)).status, 204);
  assert.deepEqual(await sandbox.as("maya").comments("acme/blog", 1), []);
});
