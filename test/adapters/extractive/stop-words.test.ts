import assert from "node:assert/strict";
import { test } from "node:test";
import { notNouns, stopWords } from "../../../src/adapters/extractive/stop-words.ts";

test("holds the small words of talk and not its subjects", () => {
  for (const word of ["the", "gonna", "yeah", "don't"]) assert.ok(stopWords.has(word), word);
  for (const word of ["queue", "sleep", "trust", ""]) assert.ok(!stopWords.has(word), word);
});

test("keeps vague words out of headings", () => assert.ok(notNouns.has("picture") && !notNouns.has("queue")));
