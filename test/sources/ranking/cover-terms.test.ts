import assert from "node:assert/strict";
import { test } from "node:test";
import { createTermMeasures } from "../../../src/sources/ranking/cover-terms.ts";
import { createSpreader } from "../../../src/sources/ranking/spread-scores.ts";
import { bakery, top } from "./talk.ts";

const measures = createTermMeasures(bakery, createSpreader(bakery.places, bakery.words));

test("where several terms come together counts more than where one is repeated", () =>
  assert.equal(
    top(
      measures.cover(
        [
          ["rye", 1],
          ["wheat", 1],
        ],
        15,
      ),
      1,
    )[0],
    6,
  ));

test("a word that never occurs is found by those that stand for it", () => {
  assert.deepEqual(
    new Set(
      measures.cover(
        [
          ["money", 1],
          ["budget", 1],
        ],
        20,
      ),
    ),
    new Set([0]),
  );
  assert.ok([6, 7, 8].includes(top(measures.coverRelated([["budget", 1]], 20), 1)[0] ?? 0));
});

test("each unit by itself is scored by its own words only", () => {
  const scores = measures.score([["chimnei", 1]]);
  assert.deepEqual([...scores].map((score) => score > 0).indexOf(true), 4);
  assert.equal([...scores].filter((score) => score > 0).length, 1);
});

test("two words that stand beside each other meet there", () =>
  assert.ok([9, 10, 11].includes(top(measures.meet([["night", "shift"]]), 1)[0] ?? 0)));
