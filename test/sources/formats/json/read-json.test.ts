import assert from "node:assert/strict";
import { test } from "node:test";
import { places, readJson } from "../../../../src/sources/formats/json/read-json.ts";

test("strings keep their lines and characters", () => {
  const text = '{\n  "a": 1,\n  "text": "Hi \\u00e9",\n  "list": [{ "text": "Ho" }]\n}';
  const value = readJson(text) as { [places]: Record<string, { line: number; first: number; last: number }> };
  const place = value[places].text;
  assert.equal(place?.line, 3);
  assert.equal(text.slice(place?.first, place?.last), "Hi \\u00e9");
});

test("keys that objects have of their own are keys like others", () => {
  const value = readJson('{"__proto__": {"text": "x"}, "constructor": 1}') as Record<string, unknown>;
  assert.deepEqual(Object.keys(value).sort(), ["__proto__", "constructor", places].sort());
  assert.equal(({} as { text?: string }).text, undefined);
});

test("the line at which it stops being JSON is named", () => {
  assert.throws(
    () => readJson('{\n"a": 1,\n"b" 2}'),
    /^UserError: line 3 is not valid JSON \(colon expected\)/,
  );
});

test("a string of many megabytes is no depth, and neither are brackets in it", () => {
  const long = JSON.stringify([{ text: '"[{ '.repeat(3_000_000) }]);
  assert.equal((readJson(long) as { text: string }[])[0]?.text.length, 12_000_000);
});

test("negative control: what is nested too deep is refused", () => {
  assert.throws(() => readJson("[".repeat(101)), /^UserError: it is JSON nested deeper than any transcript/);
});
