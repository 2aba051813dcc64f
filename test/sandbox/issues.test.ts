import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { ask, openBlog } from "./support.ts";

const list = `query($labels: [String!], $states: [IssueState!], $direction: OrderDirection!, $after: String) {
  repository(owner: "acme", name: "blog") {
    issues(labels: $labels, states: $states, orderBy: { field: CREATED_AT, direction: $direction }, first: 2, after: $after) {
      nodes { number } pageInfo { hasNextPage endCursor }
    }
  }
}`;

const Seen = z.object({
  nodes: z.array(z.object({ number: z.number() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

test("issues are listed by label and state, page by page, without pull requests", async (context) => {
  const { sandbox, token } = await openBlog(context);
  const maya = sandbox.as("maya");
  for (const labels of [["blog-idea"], ["question"], ["Blog-Idea", "question"], ["blog-idea"], []])
    await maya.openIssue("acme/blog", { title: "A talk", labels });
  const read = async (variables: object) => {
    const answer = await ask(sandbox, token, list, { direction: "ASC", ...variables });
    const { nodes, pageInfo } = Seen.parse(answer.data.repository.issues);
    return { numbers: nodes.map(({ number }) => number), pageInfo };
  };
  const first = await read({ labels: ["blog-idea"], states: ["OPEN"] });
  assert.deepEqual(first.numbers, [1, 3]);
  assert.equal(first.pageInfo.hasNextPage, true);
  const second = await read({ labels: ["blog-idea"], states: ["OPEN"], after: first.pageInfo.endCursor });
  assert.deepEqual([second.numbers, second.pageInfo.hasNextPage], [[4], false]);
  assert.deepEqual((await read({ labels: ["blog-idea"], direction: "DESC" })).numbers, [4, 3]);
  assert.deepEqual((await read({ labels: ["blog-idea"], states: ["CLOSED"] })).numbers, []);
  assert.deepEqual((await read({})).numbers, [1, 2]);
});

test("somebody who may not label opens an issue without labels", async (context) => {
  const { sandbox } = await openBlog(context);
  await sandbox.as("stranger").openIssue("acme/blog", { title: "Look here", labels: ["blog-idea"] });
  const { body } = await sandbox.as("maya").request("GET", "/repos/acme/blog/issues/1");
  assert.deepEqual(z.object({ labels: z.array(z.unknown()) }).parse(body).labels, []);
});

const Push = z.object({
  forced: z.boolean(),
  commits: z.array(
    z.object({ added: z.array(z.string()), modified: z.array(z.string()), removed: z.array(z.string()) }),
  ),
});

test("a push lists what its commits touched", async (context) => {
  const { sandbox } = await openBlog(context);
  // Nobody listens there; the delivery is in the App's log all the same.
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  const maya = sandbox.as("maya");
  await maya.writeFile("acme/blog", ".github/galley.yml", "timezone: UTC\n");
  await maya.writeFile("acme/blog", ".github/galley.yml", "timezone: Europe/Berlin\n");
  await sandbox.deliveriesSettled();
  const pushes = sandbox
    .deliveries()
    .filter(({ event }) => event === "push")
    .map(({ payload }) => Push.parse(payload));
  assert.deepEqual(pushes, [
    { forced: false, commits: [{ added: [".github/galley.yml"], modified: [], removed: [] }] },
    { forced: false, commits: [{ added: [], modified: [".github/galley.yml"], removed: [] }] },
  ]);
});
