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
