import assert from "node:assert/strict";
import { test } from "node:test";
import { oneLine } from "../../src/drafting/one-line.ts";

test("nothing begins another line, and no more is kept than is asked for", () => {
  assert.equal(oneLine("  a\r\n1. b\u2028c\u2029\td  "), "a 1. b c d");
  assert.equal(oneLine("abc def", 5), "abc d");
});
