import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError, UserError } from "../../../src/errors.ts";
import { connect, counted, good, question } from "./conversation.ts";
import { type Reply, says, status } from "./scripted-host.ts";

const { signal } = new AbortController();

test("asks with a strict schema and gives the value with what it cost", async (context) => {
  const { model, received } = await connect(context, [says(good)]);
  const { question, spent } = counted();
  assert.deepEqual(await model.ask(question, signal), { name: "pear", note: null });
  assert.deepEqual(spent, [{ promptTokens: 100, completionTokens: 10 }]);
  assert.equal(model.name, "tiny");
  assert.deepEqual(received, [
    {
      path: "/v1/chat/completions",
      authorization: "Bearer key-of-the-test",
      body: {
        model: "tiny",
        messages: [
          { role: "system", content: "Step: choose fruit\n\nYou choose." },
          { role: "user", content: "Which fruit?" },
        ],
        max_tokens: 50,
        response_format: {
          type: "json_schema",
          json_schema: {
            name: "choose_fruit",
            strict: true,
            schema: {
              type: "object",
              properties: {
                name: { type: "string" },
                note: { type: ["string", "null"] },
              },
              required: ["name", "note"],
              additionalProperties: false,
            },
          },
        },
      },
    },
  ]);
});

for (const [name, text] of [
  ["fences", `\`\`\`json\n${good}\n\`\`\``],
  ["prose", `Here you are:\n${good}\nHope that helps {really}!`],
  ["thoughts", `<think>{"name":"no, not this much longer one","note":null}</think>${good}`],
])
  test(`takes the answer out of ${name}`, async (context) => {
    const { model } = await connect(context, [says(text ?? "")]);
    assert.equal((await model.ask(question, signal)).name, "pear");
  });

test("an ignored schema gets one repair turn with the checker's words", async (context) => {
  const { model, received, formats } = await connect(context, [says('{"fruit":"pear"}'), says(good)]);
  const { question, spent } = counted();
  await model.ask(question, signal);
  assert.equal(spent.length, 2);
  assert.deepEqual(formats(), ["json_schema", "json_schema"]);
  assert.deepEqual(received[1]?.body.messages.slice(2), [
    { role: "assistant", content: '{"fruit":"pear"}' },
    {
      role: "user",
      content:
        "That answer cannot be used:\n\n✖ Invalid input: expected string, received undefined\n  → at name\n✖ Invalid input: expected string, received undefined\n  → at note\n\nAnswer again in full, with these mended and the rest kept. One JSON object, nothing else.",
    },
  ]);
  assert.match(received[1]?.body.messages[0]?.content ?? "", /fits this JSON schema/);
});

test("an answer that was cut off counts as one that failed, even where its JSON is whole", async (context) => {
  const { model, received } = await connect(context, [says(good, { finish: "length" }), says(good)]);
  await model.ask(question, signal);
  assert.match(received[1]?.body.messages[3]?.content ?? "", /cut off after 50 tokens/);
});

test("after the repair turn the bare question is asked in a simpler format, and that is not remembered", async (context) => {
  const { model, received, formats } = await connect(context, [
    says("no"),
    says("no"),
    says(good),
    says(good),
  ]);
  await model.ask(question, signal);
  await model.ask(question, signal);
  assert.deepEqual(formats(), ["json_schema", "json_schema", "json_object", "json_schema"]);
  assert.equal(received[2]?.body.messages.length, 2);
  assert.match(received[2]?.body.messages[0]?.content ?? "", /fits this JSON schema/);
});

test("three nonsense answers end it with the step's name and nothing of what was said", async (context) => {
  const { model, received } = await connect(context, [says("secret words"), says(null), says("[1,2]")]);
  await assert.rejects(model.ask(question, signal), (thrown) => {
    assert.ok(thrown instanceof PermanentError);
    assert.equal(thrown.message, 'The language model gave no usable answer to step "choose fruit", 3 times');
    return true;
  });
  assert.equal(received.length, 3);
});

test("a question that wants one answer, or two, gets no more", async (context) => {
  for (const [mostAnswers, often] of [
    [1, ""],
    [2, ", 2 times"],
  ] as const) {
    const { model, received } = await connect(context, [says("no"), says("no"), says(good)]);
    await assert.rejects(model.ask({ ...question, mostAnswers }, signal), {
      name: "ModelError",
      message: `The language model gave no usable answer to step "choose fruit"${often}`,
    });
    assert.equal(received.length, mostAnswers);
  }
});

test("what useless answers cost is told, also when no answer comes of it", async (context) => {
  const { question, spent } = counted();
  const { model } = await connect(context, [says("no"), status(401, "")]);
  await assert.rejects(model.ask(question, signal), PermanentError);
  assert.deepEqual(spent, [{ promptTokens: 100, completionTokens: 10 }]);
  const nonsense = await connect(context, [says("no"), says("no"), says("no")]);
  await assert.rejects(nonsense.model.ask(question, signal), PermanentError);
  assert.equal(spent.length, 4);
});

test("nothing more is sent before what an answer cost is saved", async (context) => {
  const { model, received } = await connect(context, [says("no"), says(good)]);
  const spend = () => Promise.reject(new Error("not saved"));
  await assert.rejects(model.ask({ ...question, spend }, signal), { message: "not saved" });
  assert.equal(received.length, 1);
});

test("a host that takes no json_schema is asked in the format that it takes from then on", async (context) => {
  const refusal = status(400, "response_format is not supported");
  const { model, formats } = await connect(context, [refusal, refusal, says(good), says(good)]);
  await model.ask(question, signal);
  await model.ask(question, signal);
  assert.deepEqual(formats(), ["json_schema", "json_object", "text", "text"]);
});

test("a refusal may be a bare sentence", async (context) => {
  const bare: Reply = (response) => {
    response.writeHead(400, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: "'response_format.type' must be 'text'" }));
  };
  const { model, formats } = await connect(context, [bare, bare, says(good)]);
  await model.ask(question, signal);
  assert.deepEqual(formats(), ["json_schema", "json_object", "text"]);
});

test("a request that no format helps is not asked again, and no format is remembered", async (context) => {
  const refusal = status(400, "too long: secret words");
  const { model, formats } = await connect(context, [refusal, refusal, refusal, says(good)]);
  await assert.rejects(model.ask(question, signal), (thrown) => {
    assert.ok(thrown instanceof PermanentError);
    assert.doesNotMatch(thrown.message, /secret/);
    return true;
  });
  await model.ask(question, signal);
  assert.deepEqual(formats(), ["json_schema", "json_object", "text", "json_schema"]);
});

test("the other name of the token limit is tried where the host asks for it", async (context) => {
  const refusal = status(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.");
  const { model, received, formats } = await connect(context, [refusal, says(good)]);
  await model.ask(question, signal);
  assert.deepEqual(formats(), ["json_schema", "json_schema"]);
  assert.deepEqual([received[1]?.body.max_completion_tokens, received[1]?.body.max_tokens], [50, undefined]);
});

test("what is not permitted is not sent, repair turns too", async (context) => {
  const { model, received } = await connect(context, [says("no")]);
  const asked: number[] = [];
  const permit = (tokens: number) => {
    asked.push(tokens);
    if (tokens > 150) throw new UserError("too much");
  };
  await assert.rejects(model.ask({ ...question, permit }, signal), { message: "too much" });
  assert.equal(received.length, 1);
  // "Step: choose fruit\n\nYou choose." and "Which fruit?" are 8 and 3 tokens; the second holds the first answer too.
  assert.equal(asked[0], 8 + 3 + 50);
  assert.ok((asked[1] ?? 0) > 8 + 3 + 50);
});

test("a host that does not count is counted for", async (context) => {
  const { model } = await connect(context, [says(good, { usage: null })]);
  const { question, spent } = counted();
  await model.ask(question, signal);
  assert.deepEqual(spent, [{ promptTokens: 11, completionTokens: 7 }]);
});

test("complaints are put once; the answer after that is taken with what is still wrong", async (context) => {
  const { model, received } = await connect(context, [says(good), says('{"name":"plum","note":null}')]);
  const review = ({ name }: { name: string }) => [`${name} is no apple.`];
  assert.equal((await model.ask({ ...question, review }, signal)).name, "plum");
  assert.match(received[1]?.body.messages[3]?.content ?? "", /✖ pear is no apple\./);
});

test("an answer with complaints is better than the nonsense that follows it", async (context) => {
  const { model, received } = await connect(context, [says(good), says("no")]);
  assert.equal((await model.ask({ ...question, review: () => ["Hm."] }, signal)).name, "pear");
  assert.equal(received.length, 2);
});

test("negative control: without complaints one answer is enough", async (context) => {
  const { model, received } = await connect(context, [says(good)]);
  await model.ask({ ...question, review: () => [] }, signal);
  assert.equal(received.length, 1);
});
