import assert from "node:assert/strict";
import { test } from "node:test";
import { createResolver } from "../../src/drafting/resolve-passage.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { describePassage } from "../../src/sources/passage.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { readFixture, sourceOf } from "../fixtures/sources.ts";

const queues = readFixture("two-engineers-on-queues.md");
const notes = parseTranscript(sourceOf("Nobody said this sentence aloud.", "notes.md", "S2"));
const transcripts = [queues, notes];
const shown = transcripts.flatMap((transcript) =>
  transcript.utterances
    .filter(({ number }) => number !== 5)
    .map((utterance) => toPassage(transcript, utterance, 1, Math.min(2, utterance.sentences.length))),
);
const { resolve, resolveQuotation, check } = createResolver(shown, transcripts, "About example.com.");

test("an address of the brief may stand, another one and a speech may not", () =>
  assert.deepEqual(["On example.com.", "On evil.com.", "Mara Lindqvist: No."].map(check), [
    { text: "On example.com." },
    { problem: "address" },
    { problem: "speech" },
  ]));
const idOf = (passage: ReturnType<typeof resolve>) =>
  typeof passage === "string"
    ? passage
    : `${describePassage(passage)} L${passage.firstLine}-${passage.lastLine}`;

test("what was shown is found, with its lines", () => {
  assert.equal(idOf(resolve("S1:u4.1")), "S1:u4.1 L12-12");
  assert.equal(idOf(resolve("[S1:u4.1-4.2]")), "S1:u4.1-4.2 L12-12");
  assert.equal(idOf(resolve("S1:u4")), "S1:u4.1-4.2 L12-12");
  assert.equal(idOf(resolve("S1:u3.2-4.1")), "S1:u3.2-4.1 L10-12");
});

const wrong = [
  ["no id", "the part on trust", /not the number of a passage/],
  ["another source", "S9:u4.1", /not among the passages/],
  ["an utterance that is not there", "S1:u999.1", /not among/],
  ["a sentence that is not there", "S1:u4.99", /not among/],
  ["a sentence that exists and was not shown", "S1:u4.3", /not among/],
  ["an utterance that was not shown", "S1:u5.1", /not among/],
  ["an end before its beginning", "S1:u4.2-4.1", /not among/],
  ["the whole source", "S1:u1.1-15.1", /not among/],
] as const;
for (const [name, id, sentence] of wrong)
  test(`passage refused: ${name}`, () => assert.match(idOf(resolve(id)), sentence));

test("what a person said in one go can be quoted", () =>
  assert.equal(idOf(resolveQuotation("S1:u4.1-4.2")), "S1:u4.1-4.2 L12-12"));

const unquotable = [
  ["two speeches", "S1:u3.2-4.1", /one speech/],
  ["notes", "S2:u1.1", /cannot be quoted/],
  ["an advert", "S1:u7.1", /cannot be quoted/],
  ["too few words", "S1:u11.1", /too short/],
  ["an unknown id", "S1:u999.1", /not among/],
] as const;
for (const [name, id, sentence] of unquotable)
  test(`quotation refused: ${name}`, () => assert.match(idOf(resolveQuotation(id)), sentence));
