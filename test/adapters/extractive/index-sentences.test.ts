import assert from "node:assert/strict";
import { test } from "node:test";
import { compareTerms, indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { queues } from "./material.ts";

const index = indexSentences([queues], ["dead letter"]);

test("numbers the sentences of all transcripts", () => {
  assert.equal(index.units.length, queues.utterances.flatMap(({ sentences }) => sentences).length);
  assert.ok(index.units.every((unit, at) => unit.index === at));
});

test("a rare term weighs more than a common one", () =>
  assert.ok(index.weigh("broker") > index.weigh("queue")));

test("the brief's pairs are terms, others are not", () => {
  assert.ok(index.has("dead letter"));
  assert.ok(!index.has("letter queue"));
});

test("compares bags of terms by what they share", () => {
  const bag = (...terms: string[]) => new Map(terms.map((term) => [term, 1]));
  assert.equal(compareTerms(bag("queue"), bag("owner"), index.weigh), 0);
  assert.ok(Math.abs(compareTerms(bag("queue", "owner"), bag("owner", "queue"), index.weigh) - 1) < 1e-9);
});
