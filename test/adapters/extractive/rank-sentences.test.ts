import assert from "node:assert/strict";
import { test } from "node:test";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { rankSentences } from "../../../src/adapters/extractive/rank-sentences.ts";
import { queues } from "./material.ts";

const index = indexSentences([queues]);
const best = (query: ReadonlyMap<string, number>) => {
  const { relevance } = rankSentences(index, query);
  return index.units.reduce((a, b) => ((relevance[b.index] ?? 0) > (relevance[a.index] ?? 0) ? b : a));
};

test("finds the sentence that the query is about", () => {
  assert.match(
    best(
      new Map([
        ["retri", 1],
        ["poison", 1],
      ]),
    ).sentence.text,
    /poison/,
  );
});

test("neighbours of what is found count too, others hardly", () => {
  const { relevance } = rankSentences(index, new Map([["poison", 1]]));
  const at = best(new Map([["poison", 1]])).index;
  assert.ok((relevance[at - 1] ?? 0) > (relevance[at + 12] ?? 0));
});

test("terms of the best sentences join the query with less weight", () => {
  const { expanded } = rankSentences(
    index,
    new Map([
      ["retri", 1],
      ["dead", 1],
    ]),
  );
  assert.ok([...expanded.values()].some((weight) => weight > 0 && weight <= 0.3));
});

test("a query that never occurs falls back on what the talk is about", () => {
  assert.ok(Math.max(...rankSentences(index, new Map([["houseplant", 1]])).relevance) > 0.5);
});

test("where the concepts of the brief meet counts for more than one of them alone", () => {
  const { relevance, concepts, enough, onSubject } = rankSentences(
    index,
    new Map([
      ["retri", 1],
      ["poison", 1],
      ["order", 1],
    ]),
  );
  const find = (words: string) => index.units.findIndex(({ sentence }) => sentence.text.startsWith(words));
  const [met, alone] = [find("A retry without a limit"), find("Strict order across")];
  assert.ok((relevance[met] ?? 0) > (relevance[alone] ?? 0));
  assert.deepEqual([concepts[met]?.size, concepts[alone]?.size, enough, onSubject], [2, 1, 2, true]);
});

test("says that the sources do not speak of the subject", () => {
  assert.equal(rankSentences(index, new Map([["houseplant", 1]])).onSubject, false);
});
