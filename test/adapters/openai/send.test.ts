import assert from "node:assert/strict";
import { test } from "node:test";
import { createLanguageModel } from "../../../src/adapters/openai/language-model.ts";
import { PermanentError, RetryableError } from "../../../src/errors.ts";
import { connect, good, question } from "./conversation.ts";
import { hang, reset, says, stall, startHost, status } from "./scripted-host.ts";

const { signal } = new AbortController();

test("429 waits as long as the host asks for", async (context) => {
  const { model, waits } = await connect(context, [
    status(429, "slow down", { "retry-after": "7" }),
    says(good),
  ]);
  await model.ask(question, signal);
  assert.deepEqual(waits, [7000]);
});

test("a host that asks for a long wait is left to the queue", async (context) => {
  const { model, received } = await connect(context, [status(429, "later", { "retry-after": "600" })]);
  await assert.rejects(model.ask(question, signal), { name: "RetryableError", retryAfterMs: 600_000 });
  assert.equal(received.length, 1);
});

test("500s and lost connections are tried four times", async (context) => {
  const broken = status(500, "secret words");
  const { model, received, waits } = await connect(context, [broken, reset, broken, broken, says(good)]);
  await assert.rejects(model.ask(question, signal), (thrown) => {
    assert.ok(thrown instanceof RetryableError);
    assert.equal(thrown.message, 'The language model\'s host answered step "choose fruit" with status 500');
    return true;
  });
  assert.deepEqual([received.length, waits], [4, [1000, 2000, 4000]]);
});

test("a host that recovers is heard", async (context) => {
  const { model } = await connect(context, [reset, status(503, ""), says(good)]);
  assert.equal((await model.ask(question, signal)).name, "pear");
});

for (const [name, reply] of [
  ["never answers", hang],
  ["stops in the middle of its answer", stall],
] as const)
  test(`a host that ${name} runs into the timeout, and another try may do`, async (context) => {
    const { model, waits } = await connect(context, [reply, says(good)], 300);
    assert.equal((await model.ask(question, signal)).name, "pear");
    assert.deepEqual(waits, [1000]);
  });

for (const [code, errorCode] of [
  [401, ""],
  [403, ""],
  [404, ""],
  [501, "not_scripted"],
  [429, "insufficient_quota"],
] as const)
  test(`status ${code} ${errorCode} is not tried again`, async (context) => {
    const { model, received } = await connect(context, [
      status(code, "secret words", {}, errorCode),
      says(good),
    ]);
    await assert.rejects(model.ask(question, signal), (thrown) => {
      assert.ok(thrown instanceof PermanentError && !thrown.message.includes("secret"));
      return true;
    });
    assert.equal(received.length, 1);
  });

test("an abort ends a request under way, and nothing is sent after it", async (context) => {
  const { model, received } = await connect(context, [hang, says(good)]);
  const controller = new AbortController();
  const asked = model.ask(question, controller.signal);
  setTimeout(() => controller.abort(new Error("stopping")), 100);
  await assert.rejects(asked, { message: "stopping" });
  await assert.rejects(model.ask(question, controller.signal), { message: "stopping" });
  assert.equal(received.length, 1);
});

test("an abort ends a wait", async (context) => {
  const controller = new AbortController();
  const { baseUrl, received } = await startHost(context, [status(500, ""), says(good)]);
  const model = createLanguageModel({ apiKey: null, baseUrl, model: "tiny" });
  const asked = model.ask(question, controller.signal);
  setTimeout(() => controller.abort(new Error("stopping")), 200);
  await assert.rejects(asked, { message: "stopping" });
  assert.equal(received.length, 1);
});
