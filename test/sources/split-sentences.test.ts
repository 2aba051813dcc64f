import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSentences } from "../../src/sources/split-sentences.ts";

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test("ends a sentence at its mark and before a capital", () => {
  assert.deepEqual(split("One is here. Two is there! Is three? Yes."), [
    "One is here.",
    "Two is there!",
    "Is three?",
    "Yes.",
  ]);
});

test("does not end one at abbreviations, initials, decimals and file names", () => {
  for (const whole of [
    "Dr. Novak met Mrs. Hall at 3.5 degrees.",
    "J. R. Ruiz wrote it in main.ts and went home.",
    "We sell tools, e.g. Drills and saws.",
  ])
    assert.deepEqual(split(whole), [whole]);
});

test("an ellipsis or a question inside a sentence does not end it", () => {
  assert.deepEqual(split("We waited... and then it came."), ["We waited... and then it came."]);
  assert.deepEqual(split("I waited... Then it came."), ["I waited...", "Then it came."]);
  assert.deepEqual(split('He asked "Is it on?" and left.'), ['He asked "Is it on?" and left.']);
});

test("keeps closing quotes with their sentence and splits at blank lines", () => {
  assert.deepEqual(split('"It works." Then it broke.'), ['"It works."', "Then it broke."]);
  assert.deepEqual(split("no mark at the end\n\nanother paragraph"), [
    "no mark at the end",
    "another paragraph",
  ]);
});

test("knows the marks of Spanish and of Japanese", () => {
  assert.deepEqual(split("¿Qué pasa? ¡Nada! Vale."), ["¿Qué pasa?", "¡Nada!", "Vale."]);
  assert.deepEqual(split("これは文です。次の文です。"), ["これは文です。", "次の文です。"]);
});

test("gives nothing for nothing", () => {
  assert.deepEqual(split("  \n "), []);
});

test("a line of a million marks is split as fast as any other", () => {
  const text = `So${"!".repeat(1_000_000)}x. ${".!?…".repeat(250_000)} End here.`;
  assert.equal(splitSentences(text).length > 0, true);
});
