import assert from "node:assert/strict";
import { test } from "node:test";
import {
  matchExactly,
  matchSentence,
  uniquePassages,
} from "../../../src/verification/evidence/match-sentence.ts";
import { passage } from "./evidence.ts";

const know = (text: string, at: number) => ({
  words: text.split(" "),
  passages: [passage(at)],
  isOwn: false,
});
const known = [
  know("the data came back from a laptop", 1),
  know("the data came back from a server", 2),
  know("nobody had restored it once", 3),
];
const match = (text: string) =>
  matchSentence(text.split(" "), known).map(({ passages }) => passages[0]?.firstLine);

test("the same words come before likeness, and the likest before the others", () => {
  assert.deepEqual(match("the data came back from a server"), [2]);
  assert.deepEqual(match("the data came back late from a server"), [2]);
  assert.deepEqual(match("nobody had restored it"), [3]);
  assert.deepEqual(match("nobody had restored it once and the data came back from a laptop"), [1, 3]);
});

test("a few words, or words that are mostly new, are no match", () => {
  assert.deepEqual(match("the data"), []);
  assert.deepEqual(match("nobody had restored it once because of all the other things they had to do"), []);
});

test("what a draft says is its claims as they are, and nothing that is only like them", () => {
  const find = (text: string) =>
    matchExactly(text.split(" "), known).map(({ passages }) => passages[0]?.firstLine);
  assert.deepEqual(find("nobody had restored it once"), [3]);
  assert.deepEqual(find("and nobody had restored it once"), [3]);
  assert.deepEqual(find("nobody had restored it"), []);
  assert.deepEqual(find("nobody had restored it ever"), []);
});

test("passages are named once", () =>
  assert.equal(uniquePassages([passage(1), passage(1), passage(2)]).length, 2));
