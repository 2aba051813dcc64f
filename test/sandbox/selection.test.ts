import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, createBlog, openBlog, send, signJwt, takeToken } from "./support.ts";

test("a repository that the owner did not choose: public ones are read, private ones are not there, none is written or told", async (context) => {
  const { sandbox, token } = await openBlog(context);
  await createBlog(sandbox, { name: "open", installed: false });
  await createBlog(sandbox, { name: "secret", private: true, installed: false });
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  const read = (name: string) => send(sandbox, { path: `v3/repos/acme/${name}`, token });
  assert.deepEqual(
    [(await read("blog")).status, (await read("open")).status, (await read("secret")).status],
    [200, 200, 404],
  );
  const write = await send(sandbox, { path: "v3/repos/acme/open/labels", token, body: { name: "x" } });
  assert.equal(write.status, 403);
  const found = await send(sandbox, {
    path: "v3/repos/acme/open/installation",
    token: signJwt(sandbox),
  });
  assert.equal(found.status, 404);
  await sandbox.as("acme").openIssue("acme/open", { title: "Unheard" });
  await sandbox.as("acme").comment("acme/open", 1, "/draft");
  assert.deepEqual(sandbox.deliveries(), []);
  const listed = await send(sandbox, { path: "v3/installation/repositories", token });
  const { repositories, repository_selection: selection } = listed.body as {
    repositories: { name: string }[];
    repository_selection: string;
  };
  assert.deepEqual([selection, repositories.map(({ name }) => name)], ["selected", ["blog"]]);
});

test("what the owner chooses anew is told, and counts for the tokens that are there", async (context) => {
  const { sandbox, token } = await openBlog(context);
  await createBlog(sandbox, { name: "secret", private: true });
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  const read = async () => (await send(sandbox, { path: "v3/repos/acme/secret", token })).status;
  assert.equal(await read(), 200);
  sandbox.life.select("acme", ["blog"]);
  assert.equal(await read(), 404);
  sandbox.life.select("acme", "all");
  assert.equal(await read(), 200);
  assert.deepEqual(
    sandbox.deliveries().map(({ event, action, payload }) => [event, action, payload.repository_selection]),
    [
      ["installation_repositories", "removed", "selected"],
      ["installation_repositories", "added", "all"],
    ],
  );
});

test("by its node id nobody sees more than by its number", async (context) => {
  const { sandbox, blog } = await openBlog(context);
  const { nodeId } = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const reader = await takeToken(sandbox, blog.installationId, { contents: "read" });
  const answer = await ask(sandbox, reader, `{ node(id: "${nodeId}") { ... on Issue { title } } }`);
  assert.equal(answer.errors?.[0]?.type, "FORBIDDEN");
});
