import assert from "node:assert/strict";
import { test } from "node:test";
import { openSandbox } from "../support.ts";
import { ask, chat, hear, jsonSchema } from "./support.ts";

const content = { title: "The sea" };

test("fences, prose, a cut and a refusal look like those of real models", async (context) => {
  const { model } = await openSandbox(context);
  model.script([
    { when: { step: "fences" }, answer: { content, fences: true } },
    { when: { step: "prose" }, answer: { content: "Sure! Here is a plan: the sea." } },
    { when: { step: "cut" }, answer: { content, truncateAfter: 9 } },
    { when: { step: "refusal" }, answer: { fault: "refusal" } },
    { when: { step: "good" }, answer: { content } },
  ]);
  const said = async (step: string) => await hear(model, chat(step, "x", { response_format: jsonSchema }));
  assert.equal(await said("fences"), '```json\n{"title":"The sea"}\n``` (stop)');
  assert.equal(await said("prose"), "Sure! Here is a plan: the sea. (stop)");
  assert.equal(await said("cut"), '{"title": (length)');
  assert.equal(await said("refusal"), "I can't help with that. (stop)");
  assert.equal(await said("good"), '{"title":"The sea"} (stop)');
});

test("429 says when to come back, 500 does not, and both can pass", async (context) => {
  const { model } = await openSandbox(context);
  model.script([
    { answer: { fault: "rate-limited", retryAfterSeconds: 7 }, times: 1 },
    { answer: { fault: "error" }, times: 1 },
    { answer: { fault: "error", status: 503 }, times: 1 },
    { answer: { content } },
  ]);
  const answers = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const { status, headers } = await ask(model, chat("plan", "x"));
    answers.push([status, headers.get("retry-after")]);
  }
  assert.deepEqual(answers, [
    [429, "7"],
    [500, null],
    [503, null],
    [200, null],
  ]);
});

test("a response format is refused as LM Studio does, one way and the other", async (context) => {
  const { model } = await openSandbox(context);
  model.script([
    {
      when: { responseFormat: "json_object" },
      answer: { fault: "response-format-refused", allowed: ["json_schema", "text"] },
    },
    {
      when: { responseFormat: "json_schema" },
      answer: { fault: "response-format-refused", allowed: ["json_object", "text"] },
    },
    { answer: { content } },
  ]);
  const errorOf = async (format: unknown) =>
    (await ask(model, chat("plan", "x", format ? { response_format: format } : {}))).body.error;
  assert.equal(
    await errorOf({ type: "json_object" }),
    "'response_format.type' must be 'json_schema' or 'text'",
  );
  assert.equal(await errorOf(jsonSchema), "'response_format.type' must be 'json_object' or 'text'");
  assert.equal(await errorOf(undefined), undefined);
});

test("an answer may be slow or never come, and what is used may be told otherwise or not at all", async (context) => {
  const { model } = await openSandbox(context);
  model.script([
    { when: { step: "slow" }, answer: { content, delayMs: 120 } },
    { when: { step: "reset" }, answer: { fault: "reset" } },
    { when: { step: "silent" }, answer: { content, tokens: null } },
    { when: { step: "dear" }, answer: { content, tokens: { prompt: 50_000, completion: 20_000 } } },
  ]);
  const startedAt = performance.now();
  assert.equal((await ask(model, chat("slow", "x"))).status, 200);
  assert.ok(performance.now() - startedAt >= 118);
  await assert.rejects(ask(model, chat("reset", "x")));
  assert.equal((await ask(model, chat("silent", "x"))).body.usage, undefined);
  assert.equal((await ask(model, chat("dear", "x"))).body.usage?.total_tokens, 70_000);
});

test("a caller that has gone is not waited for, and the sandbox ends all the same", async (context) => {
  const { model } = await openSandbox(context);
  model.script([{ answer: { content, delayMs: 60_000 } }]);
  const url = `${model.url}/chat/completions`;
  const signal = AbortSignal.timeout(50);
  await assert.rejects(fetch(url, { method: "POST", body: JSON.stringify(chat("plan", "x")), signal }));
  assert.equal(model.requests().length, 1);
});
