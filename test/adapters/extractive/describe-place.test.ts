import assert from "node:assert/strict";
import { test } from "node:test";
import {
  passageOf,
  placeOf,
  questionBefore,
  topicOfQuestion,
  wordsOf,
} from "../../../src/adapters/extractive/describe-place.ts";
import { queues, stretchesOf } from "./material.ts";

const { stretches } = stretchesOf(queues, new Map([["queue", 1]]));
const starting = (words: string) => {
  const stretch = stretches.find((candidate) => wordsOf(candidate).startsWith(words));
  assert.ok(stretch, words);
  return stretch;
};

test("a stretch is a passage with its lines", () => {
  const passage = passageOf(starting("A message queue earns"));
  assert.deepEqual([passage?.source, passage?.firstLine], ["S1", 12]);
});

test("the lead is not among the words", () => assert.ok(starting("the throughput of a queue")));

test("finds the question that was answered, and only that", () => {
  assert.equal(questionBefore(starting("A message queue earns"))?.speaker, "Tomas Reyes");
  assert.equal(questionBefore(starting("Retries are where")), null);
});

test("what question and answer share is the topic", () => {
  const answer = starting("A message queue earns");
  const question = questionBefore(answer);
  assert.ok(question);
  const find = (texts: readonly string[]) =>
    texts.some((text) => text.includes("queue"))
      ? [{ text: "queue", topic: "the queue", isName: false, stems: ["queue"], score: 1 }]
      : [];
  assert.equal(topicOfQuestion(answer, question, find), "the queue");
  assert.equal(
    topicOfQuestion(answer, question, () => []),
    null,
  );
});

test("knows how one quotation stands to the one before", () => {
  const [a, b] = [starting("A message queue earns"), starting("the throughput of a queue")];
  assert.equal(placeOf(a, undefined), "opens-section");
  assert.equal(placeOf(b, a), "same-turn");
  assert.equal(placeOf(starting("Retries are where"), a), "same-speaker");
  assert.equal(placeOf(a, starting("I think a queue without")), "other-speaker");
});
