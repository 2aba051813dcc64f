import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAnswer } from "../../../src/adapters/openai/parse-answer.ts";

const cases: [string, string, unknown][] = [
  ["an object", ' {"a":1} ', { a: 1 }],
  ["fences", '```json\n{"a":{"b":"}"}}\n```', { a: { b: "}" } }],
  ["prose with braces", 'So {well}: {"a":"\\"{"} and {"b":1}.', { a: '"{' }],
  ["the longest of several", '{"a":1} {"a":22}', { a: 22 }],
  ["a list", "[1]", undefined],
  ["a string", '"a"', undefined],
  ["half an object", '{"a":', undefined],
  ["nothing", "", undefined],
];
for (const [name, text, expected] of cases)
  test(`answer: ${name}`, () => assert.deepEqual(parseAnswer(text), expected));

test("an answer of nothing but braces is given up soon", () => {
  const started = performance.now();
  assert.equal(parseAnswer("{".repeat(400_000)), undefined);
  assert.ok(performance.now() - started < 2000);
});
