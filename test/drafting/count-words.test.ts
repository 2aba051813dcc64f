import assert from "node:assert/strict";
import { test } from "node:test";
import { createWordCounter } from "../../src/drafting/count-words.ts";

const count = (line: string, from = 0, to = line.length) => createWordCounter(line)(from, to);

test("words are counted between two offsets", () => {
  assert.equal(count("We don't pay $5, he said."), 7);
  assert.equal(count("one “two three” four", 4, 15), 2);
  assert.equal(count("“…” — !"), 0);
});

test("a word behind an apostrophe counts where the range begins at it, and once", () => {
  const line = "he said'we lied to them'";
  assert.equal(count(line, line.indexOf("'"), line.length), 4);
  assert.equal(count("'em all", 0), 2);
});

test("scripts without spaces are counted by their characters", () =>
  assert.equal(count("私たちは嘘をつきました"), 6));
