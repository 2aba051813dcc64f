import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerEntry } from "../../../src/verification/evidence/ledger.ts";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";
import { type Former, followEdits } from "../../../src/verification/evidence/trace-sentences.ts";
import { ledger, post } from "./evidence.ts";

const former: Former = { ledger, sentences: splitPost(post) };
const show = (entries: readonly LedgerEntry[]) =>
  entries.map(
    ({ passages, isOwn }) => passages.map((one) => one.firstUtterance).join() || (isOwn ? "own" : "–"),
  );
const follow = (text: string, formers: readonly Former[] = [former]) =>
  show(followEdits(splitPost(text), formers));

test("the sentences of a draft rest on what its claims name, and the others claim nothing", () => {
  assert.deepEqual(show(ledger.sentences), ["3", "–", "5", "5"]);
});

const edits: [string, string, string[]][] = [
  ["nothing", post, ["3", "–", "5", "5"]],
  [
    "its order",
    post
      .split("\n\n")
      .toSpliced(1, 2, ...post.split("\n\n").slice(1).reverse())
      .join("\n\n"),
    ["5", "5", "3", "–"],
  ],
  ["typography", post.replace("The restore", "The **RESTORE**"), ["3", "–", "5", "5"]],
  ["a word", post.replace("in the first drill", "in the very first drill"), ["3", "–", "5", "5"]],
  ["a number", post.replace("nineteen", "five"), ["own", "–", "5", "5"]],
  ["a denial", post.replace("took nineteen", "never took nineteen"), ["own", "–", "5", "5"]],
  [
    "most words",
    post.replace("The restore took nineteen", "I doubt that anybody ever waited nineteen"),
    ["own", "–", "5", "5"],
  ],
  ["two sentences into one", post.replace("approve. Three", "approve, three"), ["3", "–", "5"]],
  [
    "the end of a sentence",
    post.replace("nineteen hours in the first drill", "nineteen hours"),
    ["3", "–", "5", "5"],
  ],
  [
    "a sentence of one's own",
    post.replace("Where did", "I was there. Where did"),
    ["3", "own", "–", "5", "5"],
  ],
  ["three words of a sentence", "Three went into.", ["own"]],
];
for (const [title, text, expected] of edits)
  test(`an edit of ${title}`, () => assert.deepEqual(follow(text), expected));

test("without the former text the same words are known, and edited ones are the author's own", () => {
  const blind = [{ ledger, sentences: null }];
  assert.deepEqual(follow(post, blind), ["3", "–", "5", "5"]);
  assert.deepEqual(follow(post.replace("in the first", "in the very first"), blind), ["own", "–", "5", "5"]);
});

test("another text where the former post stood proves nothing", () => {
  const other = [{ ledger, sentences: splitPost("Something that is not the former post at all.") }];
  assert.deepEqual(follow("Something that is not the former post at all, now.", other), ["own"]);
});

test("what was taken out comes back with its passages", () => {
  const without = post.replace(/^Two hours.*\n/m, "");
  const entries = followEdits(splitPost(without), [former]);
  const newest = { ledger: { ...ledger, sentences: entries }, sentences: splitPost(without) };
  assert.deepEqual(follow(post, [newest]), ["3", "–", "own", "own"]);
  assert.deepEqual(follow(post, [newest, former]), ["3", "–", "5", "5"]);
});
