import assert from "node:assert/strict";
import { test } from "node:test";
import { hashClaim, type LedgerEntry } from "../../../src/verification/evidence/ledger.ts";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";
import { type Former, followEdits, traceClaims } from "../../../src/verification/evidence/trace-sentences.ts";
import type { Finding } from "../../../src/verification/finding.ts";
import { claims, ledger, post } from "./evidence.ts";

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

test("an edit that says something else remembers what the sentence rested on, through the next edit, too", () => {
  const was = (entries: readonly LedgerEntry[]) => entries[0]?.was?.map((one) => one.firstUtterance);
  const five = splitPost(post.replace("nineteen", "five"));
  const entries = followEdits(five, [former]);
  assert.deepEqual(was(entries), [3]);
  const newest = { ledger: { ...ledger, sentences: entries }, sentences: five };
  for (const words of ["took some five", "took six"]) {
    const again = splitPost(post.replace("took nineteen", words));
    assert.deepEqual(was(followEdits(again, [newest])), [3], words);
  }
  assert.equal(was(followEdits(splitPost("I was there, and it was awful."), [former])), undefined);
});

test("what was found of a claim stays with its sentences, and goes with an edit", () => {
  const [first, second] = claims.map(({ text }) => hashClaim(text));
  const finding = (sentence?: string) => ({
    ...{ rule: "r", severity: "warning" as const, place: "post, line 5", message: "Look." },
    ...(sentence === undefined ? {} : { sentence }),
  });
  const doubted = (findings: readonly Finding[]) =>
    traceClaims(splitPost(post), claims, findings).map(({ doubts = [] }) => doubts.length);
  assert.deepEqual(doubted([finding(first)]), [1, 0, 0, 0]);
  assert.deepEqual(doubted([finding(second)]), [0, 0, 1, 1]);
  assert.deepEqual(doubted([finding(), finding("of no claim")]), [0, 0, 0, 0]);
  const sentences = traceClaims(splitPost(post), claims, [finding(first)]);
  const drafted = { ...former, ledger: { ...ledger, sentences } };
  const [kept] = followEdits(splitPost(`${post}\nNew.\n`), [drafted]);
  const [edited] = followEdits(splitPost(post.replace("in the first", "in the very first")), [drafted]);
  assert.deepEqual([kept?.doubts?.length, edited?.doubts], [1, undefined]);
});
