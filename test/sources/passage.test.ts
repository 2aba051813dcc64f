import assert from "node:assert/strict";
import { test } from "node:test";
import { describePassage, Passage } from "../../src/sources/passage.ts";

const passage = {
  source: "S2",
  path: "calls/a.vtt",
  firstUtterance: 118,
  firstSentence: 2,
  lastUtterance: 118,
  lastSentence: 4,
  firstLine: 210,
  lastLine: 214,
};

test("a passage is written as source, utterance and sentences", () => {
  assert.equal(describePassage(passage), "S2:u118.2-118.4");
  assert.equal(describePassage({ ...passage, lastSentence: 2 }), "S2:u118.2");
  assert.equal(describePassage({ ...passage, lastUtterance: 120, lastSentence: 1 }), "S2:u118.2-120.1");
});

test("utterances, sentences and lines count from one", () => {
  assert.ok(Passage.safeParse(passage).success);
  for (const key of ["firstUtterance", "firstSentence", "firstLine"]) {
    assert.equal(Passage.safeParse({ ...passage, [key]: 0 }).success, false, key);
  }
});
