import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseSentences } from "../../../src/sources/ranking/choose-sentences.ts";

const candidates = [
  { text: "The old ovens of the bakery lose their heat within the hour.", relevance: 1 },
  { text: "The old ovens of the bakery lose their heat within an hour.", relevance: 1 },
  { text: "A new oven keeps the heat, and the bread rises more evenly.", relevance: 0.9 },
  { text: "Yeah.", relevance: 1 },
  { text: "The night shift of the bakery will get its supplement from May on.", relevance: 0.05 },
];

test("what is relevant and not said yet, in its order", () =>
  assert.deepEqual(chooseSentences(candidates, new Set(["oven"]), 24), [0, 2]));

test("more words hold more, and never much over what was asked", () => {
  const all = chooseSentences(candidates, new Set(["oven"]), 48);
  assert.ok(all.length > 2 && !all.includes(3));
});

test("nothing fits into nothing", () => assert.deepEqual(chooseSentences(candidates, new Set(), 0), []));
