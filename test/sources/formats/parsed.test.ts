import assert from "node:assert/strict";
import { test } from "node:test";
import { splitLines } from "../../../src/sources/formats/parsed.ts";

test("lines end in every way that they end anywhere, and a byte order mark is none of them", () => {
  assert.deepEqual(splitLines("\uFEFFa\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
});
