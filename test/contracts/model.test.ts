import assert from "node:assert/strict";
import { test } from "node:test";
import type { OpenAI } from "openai";
import { z } from "zod";
import type { Exchange } from "../../src/sandbox/exchanges.ts";
import { connect, good, question } from "../adapters/openai/conversation.ts";
import { says, status } from "../adapters/openai/scripted-host.ts";
import { judgeModel, typed } from "./support/judge-model.ts";
import { describeMistakes } from "./support/mistake.ts";
import { playModel } from "./support/play-model.ts";
import { record } from "./support/recording.ts";

const exchanges = (await record(playModel)).exchanges.filter(({ service }) => service === "model");
const chats = exchanges.filter(({ path }) => path === "/chat/completions");
const readAsked = ({ requestBody }: Exchange) => typed.request(JSON.parse(requestBody));
const judge = (change: Partial<Exchange>) => {
  const [first] = chats;
  assert.ok(first);
  return describeMistakes(judgeModel({ ...first, ...change })).join();
};

test("requests to a model and its answers are of the types of the openai package", (t) => {
  assert.deepEqual(describeMistakes(exchanges.flatMap(judgeModel)), []);
  const forms = new Set(chats.map((chat) => readAsked(chat).response_format?.type ?? "none"));
  assert.deepEqual([...forms].sort(), ["json_object", "json_schema", "none"]);
  const statuses = new Set(exchanges.map((one) => one.status));
  assert.deepEqual([...statuses].sort(), [200, 400, 429, 500]);
  t.diagnostic(`${exchanges.length} requests and their answers`);
});

test("a request with the other name of its limit is of those types too", async (context) => {
  const refused = status(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.");
  const { model, received } = await connect(context, [refused, says(good)]);
  await model.ask(question, new AbortController().signal);
  const bodies = received.map(({ body }) => typed.request(body));
  assert.deepEqual(
    bodies.map((body) => [body.max_tokens, body.max_completion_tokens]),
    [
      [50, undefined],
      [undefined, 50],
    ],
  );
  context.diagnostic(`${bodies.length} requests`);
});

const request = { model: "m", messages: [{ role: "user", content: "Well?" }] };

const wrongRequests: readonly [string, object, RegExp][] = [
  ["a misspelt key", { ...request, max_token: 5 }, /Unrecognized key: "max_token"/],
  [
    "a role that there is not",
    { ...request, messages: [{ role: "critic", content: "" }] },
    /request \/messages\/0\/role/,
  ],
  ["no message", { ...request, messages: [] }, /request \/messages Too small/],
  [
    "a format that there is not",
    { ...request, response_format: { type: "yaml" } },
    /\/response_format\/type/,
  ],
  [
    "a schema whose name has a blank",
    { ...request, response_format: { type: "json_schema", json_schema: { name: "a b" } } },
    /\/json_schema\/name/,
  ],
  ["no model", { messages: request.messages }, /request \/model/],
];
for (const [title, body, words] of wrongRequests)
  test(`negative control: refused is a request with ${title}`, () =>
    assert.match(judge({ requestBody: JSON.stringify(body) }), words));

test("negative control: the same request without a mistake passes", () =>
  assert.equal(judge({ requestBody: JSON.stringify(request) }), ""));

test("negative control: an answer of another shape is refused", () => {
  const [first] = chats;
  const answer = JSON.parse(first?.answerBody ?? "");
  const change = (what: object) => judge({ answerBody: JSON.stringify({ ...answer, ...what }) });
  assert.equal(change({}), "");
  assert.match(change({ system_fingerprint: null }), /answer 200 \/system_fingerprint/);
  assert.match(change({ created: "now" }), /answer 200 \/created/);
  assert.match(change({ choices: [{}] }), /answer 200 \/choices\/0\/message/);
  assert.match(change({ thoughts: "hm" }), /Unrecognized key: "thoughts"/);
  assert.match(judge({ status: 429, answerBody: "{}" }), /answer 429 \/error/);
  assert.match(
    judge({
      status: 501,
      answerBody: `{"error":{"message":"m","type":"not_scripted","param":null,"code":"not_scripted"}}`,
    }),
    /has no answer/,
  );
  assert.match(judge({ path: "/responses" }), /POST \/responses request is not one that we know of/);
});

test("negative control: tsc refuses what is not of the package's types", () => {
  // Each line is an error of tsc's; were it none, tsc would say that the comment above it is unused.
  type Message = OpenAI.ChatCompletionMessageParam;
  // @ts-expect-error there is no such role
  const role: Message = { role: "critic", content: "" };
  // @ts-expect-error it may be absent, not null
  const fingerprint: Pick<OpenAI.ChatCompletion, "system_fingerprint"> = { system_fingerprint: null };
  // @ts-expect-error what passes the judge has no key that the package does not know
  const key: keyof ReturnType<typeof typed.request> = "max_token";
  const Loose = z.strictObject({
    id: z.number(),
    object: z.literal("model"),
    created: z.int(),
    owned_by: z.string(),
  });
  // @ts-expect-error a schema that lets a wrong type pass is none for the package's
  const parse = (value: unknown): OpenAI.Model => Loose.parse(value);
  assert.ok(role && fingerprint && key && parse);
});
