import assert from "node:assert/strict";
import { test } from "node:test";
import { openSandbox } from "../support.ts";
import { ask, chat, hear, jsonSchema } from "./support.ts";

test("the first rule that holds answers, as an OpenAI client expects it", async (context) => {
  const { model } = await openSandbox(context);
  model.script([
    { when: { step: "plan", contains: ["sea", "ships"] }, answer: { content: { title: "The sea" } } },
    { when: { step: "plan" }, answer: { content: "another plan" } },
    { when: { contains: "sea", lacks: "Step: plan" }, answer: { content: "no plan" } },
  ]);
  const answer = await ask(model, chat("plan", "sea and ships", { response_format: jsonSchema }));
  const { id, ...body } = answer.body;
  assert.match(id, /^chatcmpl-/);
  assert.equal(answer.status, 200);
  assert.deepEqual(body, {
    object: "chat.completion",
    created: (body as { created?: number }).created,
    model: "any",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: '{"title":"The sea"}', refusal: null, annotations: [] },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: { prompt_tokens: 13, completion_tokens: 5, total_tokens: 18 },
  });
  assert.equal(await hear(model, chat("plan", "sea")), "another plan (stop)");
  assert.equal(await hear(model, chat("announcement", "sea")), "no plan (stop)");
  const [first] = model.requests();
  assert.deepEqual(first?.body, chat("plan", "sea and ships", { response_format: jsonSchema }));
  assert.equal(first?.headers.authorization, "Bearer sk-test");
  assert.deepEqual(model.unscripted(), []);
});

test("what was not scripted is refused loudly and kept", async (context) => {
  const { model } = await openSandbox(context);
  assert.equal(await hear(model, chat("plan", "before any script")), "501");
  model.script([
    { when: { step: "plan" }, answer: { content: "once" }, times: 1 },
    { when: { step: "pl" }, answer: { content: "part of a name" } },
    { when: { contains: "sections", responseFormat: "json_object" }, answer: { content: "{}" } },
  ]);
  assert.equal(await hear(model, chat("plan", "one")), "once (stop)");
  const refused = await ask(model, chat("plan", "two"));
  assert.equal(refused.status, 501);
  assert.deepEqual(refused.body.error, {
    message: `The sandbox's model was not told what to say (Step: plan, text, 42 characters that end in ${JSON.stringify("You are a writer.\nStep: plan\nBe short.\ntwo")})`,
    type: "not_scripted",
    param: null,
    code: "not_scripted",
  });
  assert.equal(await hear(model, chat("other", "sections")), "501");
  assert.equal(await hear(model, chat("plan", "x", { stream: true })), "501");
  // The marker counts in the system message only.
  const inUser = { model: "any", messages: [{ role: "user", content: "Step: plan" }] };
  model.script([{ when: { step: "plan" }, answer: { content: "fooled" } }]);
  assert.equal(await hear(model, inUser), "501");
  assert.equal(model.unscripted().length, 5);
  assert.equal(model.unscripted()[1]?.status, 501);
});

test("rules may be functions in the same process, and their mistakes have an answer", async (context) => {
  const { model } = await openSandbox(context);
  model.script([
    {
      when: ({ body }) => body.messages.length > 2,
      answer: ({ text }) => ({ content: text.toUpperCase() }),
    },
    {
      answer: () => {
        throw new Error("not thought of");
      },
    },
  ]);
  const messages = ["a", "b", "c"].map((content) => ({
    role: "user",
    content: [{ type: "text", text: content }],
  }));
  assert.equal(await hear(model, { model: "any", messages }), "A\nB\nC (stop)");
  const failed = await ask(model, chat("plan", "x"));
  assert.equal(failed.status, 500);
  assert.match(JSON.stringify(failed.body), /not thought of/);
  assert.throws(() => model.script([{ answer: { fault: "none" } as never }]));
});

test("malformed requests are refused as OpenAI does, optional fields in a strict schema too", async (context) => {
  const { model } = await openSandbox(context);
  model.script([{ answer: { content: "ok" } }]);
  const message = async (body: unknown) => {
    const answer = await ask(model, body);
    return `${answer.status} ${(answer.body.error as { message?: string } | undefined)?.message ?? "ok"}`;
  };
  const strict = (schema: unknown, strictly = true) =>
    chat("plan", "x", {
      response_format: { type: "json_schema", json_schema: { name: "plan", strict: strictly, schema } },
    });
  assert.match(await message({ model: "any", messages: [] }), /^400 Invalid value for 'messages'/);
  assert.match(await message({ messages: chat("plan", "x").messages }), /^400 Invalid value for 'model'/);
  const inner = {
    type: "object",
    properties: { a: {}, b: {} },
    required: ["a"],
    additionalProperties: false,
  };
  const outer = { type: "object", properties: { inner }, required: ["inner"], additionalProperties: false };
  assert.equal(
    await message(strict(outer)),
    "400 Invalid schema for response_format 'plan': In context=('properties', 'inner'), 'required' is required to be supplied and to be an array including every key in properties. Missing 'b'.",
  );
  assert.match(
    await message(strict({ type: "object", properties: {} })),
    /'additionalProperties' is required/,
  );
  assert.equal(await message(strict(outer, false)), "200 ok");
  assert.equal(await message(chat("plan", "x", { response_format: jsonSchema })), "200 ok");
  assert.deepEqual(model.unscripted(), []);
});

test("models are listed", async (context) => {
  const { model } = await openSandbox(context);
  const response = await fetch(`${model.url}/models`);
  assert.deepEqual(await response.json(), {
    object: "list",
    data: [{ id: "scripted", object: "model", created: 1_700_000_000, owned_by: "sandbox" }],
  });
});
