import assert from "node:assert/strict";
import { test } from "node:test";
import { askingWords, commonWords, reportingWords } from "../../../src/sources/ranking/common-words.ts";

test("function words, words of asking and words of reporting are told apart", () => {
  assert.ok(commonWords.has("the") && askingWords.has("summarize") && reportingWords.has("agreed"));
  assert.ok(!commonWords.has("oven") && !askingWords.has("oven") && !reportingWords.has("oven"));
});

test("no list holds an empty word", () => {
  for (const words of [commonWords, askingWords, reportingWords]) assert.ok(!words.has(""));
});
