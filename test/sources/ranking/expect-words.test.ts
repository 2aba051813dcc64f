import assert from "node:assert/strict";
import { test } from "node:test";
import { expectWords, listCompared } from "../../../src/sources/ranking/expect-words.ts";

const sentences = [
  { words: listCompared("The oven loses its heat"), relevance: 1 },
  { words: listCompared("A new oven keeps its heat"), relevance: 0.9 },
  { words: listCompared("The wages are due in May"), relevance: 0.1 },
];
const chance = expectWords(sentences, new Set(["oven"]), 50);

test("what was asked for and what the relevant talk uses is expected most", () => {
  assert.ok(chance("oven", 1) > chance("heat", 1));
  assert.ok(chance("heat", 1) > chance("may", 1));
});

test("a word is less likely each further time", () => {
  assert.ok(chance("the", 1) > chance("the", 2) && chance("the", 2) > chance("the", 9));
  assert.ok(chance("the", 1) <= 1 && chance("the", 9) >= 0);
});

test("words are compared by their stems, short ones as they are", () =>
  assert.deepEqual(listCompared("Its ovens lost heat"), ["its", "oven", "lost", "heat"]));
