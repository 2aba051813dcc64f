import assert from "node:assert/strict";
import { test } from "node:test";
import { createPhraseFinder } from "../../../src/adapters/extractive/find-phrases.ts";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { queues } from "./material.ts";

const subject = new Map([
  ["queue", 1],
  ["owner", 1],
  ["letter", 0.3],
]);
const find = createPhraseFinder(indexSentences([queues]), subject);
const texts = queues.utterances.flatMap(({ sentences }) => sentences.map(({ text }) => text));

test("names texts by phrases on the subject, with their articles", () => {
  const phrases = find(texts).map(({ text }) => text);
  assert.ok(phrases.includes("the dead letter queue"), phrases.join("; "));
  assert.ok(phrases.includes("the queue"), phrases.join("; "));
});

test("a single word off the subject is no phrase", () => {
  assert.ok(!find(texts).some(({ stems }) => stems.join(" ") === "disk"));
});

test("nothing said gives no phrase", () => assert.deepEqual(find([]), []));
