import assert from "node:assert/strict";
import { test } from "node:test";
import { isOrdinaryWord, isSmallWord } from "../../../src/verification/names/small-words.ts";

test("small words are known with what was contracted to them", () => {
  assert.ok(isSmallWord("they'll"));
  assert.ok(isSmallWord("wasn't"));
  assert.ok(!isSmallWord("maria"));
});

test("a contraction or a compound of known words is ordinary", () => {
  const isKnown = (word: string) => ["restore", "drill"].includes(word);
  assert.ok(isOrdinaryWord("restore-drill", isKnown));
  assert.ok(isOrdinaryWord("drill'll", isKnown));
  assert.ok(!isOrdinaryWord("hallgren", isKnown));
  assert.ok(!isOrdinaryWord("hallgren-drill", isKnown));
});
