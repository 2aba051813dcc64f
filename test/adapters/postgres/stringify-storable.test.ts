import assert from "node:assert/strict";
import { test } from "node:test";
import { stringifyStorable } from "../../../src/adapters/postgres/stringify-storable.ts";

test("what the database refuses is replaced, wherever it stands, and nothing else is touched", () => {
  const plain = { text: "Zürich 😀 \\u0000", list: ["a", null, 3] };
  assert.equal(stringifyStorable(plain), JSON.stringify(plain));
  const refused = { text: "a\0b", list: ["\uD800", { deep: "x\uDFFFy😀" }] };
  assert.deepEqual(JSON.parse(stringifyStorable(refused)), {
    text: "a\uFFFDb",
    list: ["\uFFFD", { deep: "x\uFFFDy😀" }],
  });
});
