import assert from "node:assert/strict";
import { test } from "node:test";
import { countTerms, pairTerms, readTerms, readWords } from "../../../src/adapters/extractive/read-terms.ts";

test("small words are left out and the rest stemmed", () => {
  assert.deepEqual(readTerms("The benchmarks we're benchmarking don't lie"), [
    "benchmark",
    "benchmark",
    "lie",
  ]);
});

test("letters of any language are words", () => assert.deepEqual(readTerms("Łódź größe"), ["łódź", "größe"]));

test("a possessive is its noun, a hyphen is remembered", () => {
  assert.deepEqual(readTerms("the team’s queue"), ["team", "queue"]);
  assert.deepEqual(
    readWords("non-profit").map(({ hyphenated }) => hyphenated),
    [false, true],
  );
});

test("neighbouring words make pairs, small ones too", () =>
  assert.deepEqual(pairTerms("letting go of"), ["let go", "go of"]));

test("counts", () =>
  assert.deepEqual(
    [...countTerms(["a", "b", "a"])],
    [
      ["a", 2],
      ["b", 1],
    ],
  ));
