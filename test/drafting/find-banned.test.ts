import assert from "node:assert/strict";
import { test } from "node:test";
import { findBanned } from "../../src/drafting/find-banned.ts";

test("phrases are found as words, whatever their case, typography and spacing", () => {
  const banned = ["Game-changer", "in today’s world", "leverage"];
  assert.deepEqual(findBanned("A GAME\u2011CHANGER, in  today's\nworld.", banned), banned.slice(0, 2));
});

test("part of a word, and a phrase without words, are found nowhere", () => {
  assert.deepEqual(findBanned("He leveraged the levers.", ["leverage", "—", ""]), []);
});
