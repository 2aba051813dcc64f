import assert from "node:assert/strict";
import { test } from "node:test";
import { commonWords } from "../../../src/sources/ranking/common-words.ts";
import { measureWord } from "../../../src/sources/ranking/expect-words.ts";
import { commonRates, wordWeights } from "../../../src/sources/ranking/summary-weights.ts";

test("there is a weight for each measure and a constant", () => {
  const uses = { weighed: new Map(), plain: new Map(), totalWeight: 1, total: 1 };
  assert.equal(wordWeights.length, measureWord("oven", uses, new Set(), 50).length + 1);
});

test("rates are of function words only", () => {
  assert.ok([...commonRates].every(([word, rate]) => commonWords.has(word) && rate > 0 && rate < 0.2));
});
