import assert from "node:assert/strict";
import { test } from "node:test";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { learnUsage } from "../../../src/adapters/extractive/learn-usage.ts";
import { readWords } from "../../../src/adapters/extractive/read-terms.ts";
import { readFixture } from "../../fixtures/sources.ts";
import { queues } from "./material.ts";

const usage = learnUsage(indexSentences([queues]));
const word = (surface: string) => {
  const [term] = readWords(surface);
  assert.ok(term);
  return term;
};

test("tells nouns by what stands before them", () => {
  assert.ok(usage.isNoun(word("queue")));
  assert.ok(!usage.isNoun(word("notice")) && !usage.isNoun(word("repairs")));
});

test("counts what stands together", () => assert.ok(usage.countPair("dead", "letter") >= 3));

test("knows nouns that take an article", () => {
  assert.ok(usage.takesArticle(word("queue")));
  assert.ok(!usage.takesArticle(word("Retries")));
});

test("a plural is used only where the sources use it", () => {
  assert.equal(usage.inPlural(word("worker"))?.surface, "workers");
  assert.equal(usage.inPlural(word("pallet")), null);
});

test("knows that it knows nothing of another language", () => {
  assert.ok(usage.isEnglish);
  assert.ok(!learnUsage(indexSentences([readFixture("entrevista.md")])).isEnglish);
});
