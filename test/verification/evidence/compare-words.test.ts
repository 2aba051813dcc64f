import assert from "node:assert/strict";
import { test } from "node:test";
import {
  countsAlike,
  deniesAlike,
  findRun,
  measureLikeness,
} from "../../../src/verification/evidence/compare-words.ts";

const words = (text: string) => text.split(" ");

test("likeness is what two sentences have in common in the same order", () => {
  assert.equal(measureLikeness(words("a b c d"), words("a b c d")), 1);
  assert.equal(measureLikeness(words("a b c d"), words("a b c e")), 0.75);
  assert.equal(measureLikeness(words("a b c d"), words("d c b a")), 0.25);
  assert.equal(measureLikeness(words("a b"), words("c d")), 0);
  assert.equal(measureLikeness([], []), 0);
});

test("a run is found only whole", () => {
  assert.equal(findRun(words("a b c b d"), words("b d")), 3);
  assert.equal(findRun(words("a b c"), words("a c")), -1);
  assert.equal(findRun(words("b a b"), ["b"], 1), 2);
});

test("another number, or a denial more or less, makes another statement", () => {
  assert.ok(countsAlike(words("it took nineteen hours"), words("then it took nineteen long hours")));
  assert.ok(countsAlike(words("nobody knew"), words("they never knew")));
  assert.ok(!countsAlike(words("it took nineteen hours"), words("it took five hours")));
  assert.ok(!countsAlike(words("it was tested"), words("it wasnt tested")));
  assert.ok(!countsAlike(words("11 hours"), words("12 hours")));
  assert.ok(deniesAlike(words("11 hours"), words("12 hours")));
  assert.ok(countsAlike(words("the agent went"), words("the event went")));
});
