import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords } from "../../../src/verification/names/read-words.ts";

test("a word is known by its looks and its place", () => {
  const words = readWords("Dr. Hallgren's plan. Th- the iPhone");
  assert.deepEqual(
    words.map(({ base, isCapital, opensSentence, isBroken, isOrdinary }) =>
      [base, isCapital && "capital", opensSentence && "opens", isBroken && "broken", isOrdinary && "ordinary"]
        .filter(Boolean)
        .join(" "),
    ),
    [
      "dr capital opens",
      "hallgren capital",
      "plan ordinary",
      "th capital opens broken",
      "the ordinary",
      "iphone capital",
    ],
  );
});

test("the point of a title leaves the next word beside it; that of a sentence does not", () => {
  const adjacent = (text: string) => readWords(text).map(({ isAdjacent }) => isAdjacent);
  assert.deepEqual(adjacent("Dr. Who"), [false, true]);
  assert.deepEqual(adjacent("plan. Who"), [false, false]);
});
