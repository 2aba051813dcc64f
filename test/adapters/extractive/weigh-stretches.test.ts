import assert from "node:assert/strict";
import { test } from "node:test";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { weighStretches } from "../../../src/adapters/extractive/weigh-stretches.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { briefOf, sourceOf } from "../../fixtures/sources.ts";

const dull = Array.from(
  { length: 60 },
  (_, at) => `**Tom:** We spoke of matter ${at}, which was long and dull.`,
);
const amid = ["**Ana:** The chimney smokes.", "**Tom:** It does.", "**Ana:** The chimney needs bricks."];
const transcript = parseTranscript(sourceOf([...dull, ...amid, ...dull].join("\n\n")));
const index = indexSentences([transcript]);
const request = {
  brief: briefOf("The chimney"),
  series: null,
  transcripts: [transcript],
  banned: [],
  tokensPerDraft: 0,
  once: async () => assert.fail("nothing is asked"),
  spending: { load: async () => assert.fail("nothing is spent"), save: async () => {} },
};
const flat = {
  relevance: index.units.map(() => 1),
  expanded: new Map(),
  concepts: [],
  enough: 1,
  onSubject: true,
};

test("what stands amid talk about the brief keeps its relevance, what stands far off loses half at most", () => {
  const { relevance } = weighStretches(flat, index, request);
  assert.ok((relevance[61] ?? 0) > 0.95, "a sentence without the word, between two that have it");
  assert.ok((relevance[5] ?? 1) < 0.75);
  assert.ok(relevance.every((value) => value >= 0.5 && value <= 1));
});
