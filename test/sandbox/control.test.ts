import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { createPost, postBody } from "./linkedin/support.ts";
import { chat, hear } from "./model/support.ts";
import { openSandbox } from "./support.ts";

async function control(sandbox: Sandbox, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

test("LinkedIn is looked at and made to fail from another process", async (context) => {
  const sandbox = await openSandbox(context);
  const { url, accessToken, author } = sandbox.linkedin;
  assert.deepEqual((await control(sandbox, "linkedin")).body, { url, accessToken, author });
  assert.equal((await control(sandbox, "linkedin/fault", { kind: "created-then-500" })).status, 200);
  assert.equal((await control(sandbox, "linkedin/fault", { kind: "none" })).status, 400);
  assert.equal((await createPost(sandbox.linkedin, postBody(sandbox.linkedin))).status, 500);
  assert.deepEqual(
    (await control(sandbox, "linkedin/posts")).body,
    JSON.parse(JSON.stringify(sandbox.linkedin.posts())),
  );
  assert.equal(((await control(sandbox, "linkedin/requests")).body as unknown[]).length, 1);
  assert.equal((await control(sandbox, "linkedin/none")).status, 404);
});

test("the model is told what to say from another process, by rules that are data", async (context) => {
  const sandbox = await openSandbox(context);
  const { model } = sandbox;
  assert.deepEqual((await control(sandbox, "model")).body, { url: model.url });
  const rules = [
    { when: { step: "plan" }, answer: { fault: "error" }, times: 1 },
    { when: { contains: "sea" }, answer: { content: { title: "The sea" } } },
  ];
  assert.deepEqual(await control(sandbox, "model/script", { rules }), { status: 200, body: {} });
  assert.equal(await hear(model, chat("plan", "sea")), "500");
  assert.equal(await hear(model, chat("plan", "sea")), '{"title":"The sea"} (stop)');
  assert.equal(await hear(model, chat("plan", "land")), "501");
  assert.equal(((await control(sandbox, "model/requests")).body as unknown[]).length, 3);
  assert.equal(((await control(sandbox, "model/unscripted")).body as unknown[]).length, 1);
  const wrong = { rules: [{ when: { containing: "x" }, answer: { content: "" } }] };
  assert.equal((await control(sandbox, "model/script", wrong)).status, 400);
  // A script that was refused has not taken the place of the one before.
  assert.equal(await hear(model, chat("plan", "sea")), '{"title":"The sea"} (stop)');
});
