import assert from "node:assert/strict";
import { test } from "node:test";
import { describeUse } from "../../../src/adapters/extractive/describe-use.ts";
import { readFixture } from "../../fixtures/sources.ts";
import { queues, stretchesOf } from "./material.ts";

const { stretches } = stretchesOf(queues, new Map([["queue", 1]]));
const notes = readFixture("notes-with-labels.md", "S2");
const phrase = (text: string) => ({
  text,
  topic: text,
  isName: false,
  stems: text.split(" "),
  score: 1,
});

test("says for each source what it was used for, in at most twelve words", () => {
  const find = () => [phrase("dead letter queue"), phrase("retries"), phrase("a b c d e f g h i j k")];
  assert.deepEqual(describeUse([queues, notes], [stretches.slice(0, 2)], find, []), {
    S1: "dead letter queue, retries",
    S2: "read for its point of view, not quoted",
  });
});

test("falls back on the sections it stands in", () => {
  const names = [{ heading: "Queues", topic: "the queue" }];
  assert.deepEqual(
    describeUse([queues], [stretches.slice(0, 1)], () => [], names),
    { S1: "the queue" },
  );
});
