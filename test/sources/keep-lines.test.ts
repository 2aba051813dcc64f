import assert from "node:assert/strict";
import { test } from "node:test";
import { keepLines } from "../../src/sources/keep-lines.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { quotePassage, toPassage } from "../../src/sources/quote-passage.ts";

const text = `**Ana:** First line of Ana.

**Ben:** Ben begins here. And says more.
Ben goes on in the next line. Twice.
Ben ends.

**Ana:** Ana has the last word.
`;
const whole = parseTranscript({ id: "S1", repository: null, path: "a.md", commit: null, note: null, text });
const keep = (first: number, last: number) => keepLines(whole, { first, last });

test("without lines the whole is meant", () => assert.equal(keepLines(whole, null), whole));

test("only what stands on the lines is kept, with the speaker and the lines of the whole", () => {
  const { utterances, speakers } = keep(4, 4);
  assert.deepEqual(speakers, ["Ben"]);
  assert.deepEqual(
    utterances.map(({ number, speaker, text, firstLine, lastLine }) => ({
      number,
      speaker,
      text,
      firstLine,
      lastLine,
    })),
    [{ number: 2, speaker: "Ben", text: "Ben goes on in the next line. Twice.", firstLine: 4, lastLine: 4 }],
  );
  assert.deepEqual(
    keep(5, 99).utterances.map(({ text }) => text),
    ["Ben ends.", "Ana has the last word."],
  );
});

test("utterances that stand on them as a whole are untouched; lines without words keep nothing", () => {
  assert.deepEqual(keep(1, 2).utterances, whole.utterances.slice(0, 1));
  assert.deepEqual(keep(6, 6).utterances, []);
  assert.deepEqual(keep(90, 99), { ...whole, utterances: [], speakers: [] });
});

test("sentences that are kept are quoted with their own words and lines", () => {
  const part = keep(4, 5);
  const [utterance] = part.utterances;
  assert.ok(utterance);
  assert.deepEqual(
    utterance.sentences.map(({ number }) => number),
    [1, 2, 3],
  );
  const passage = toPassage(part, utterance, 2, 3);
  assert.deepEqual([passage.firstLine, passage.lastLine], [4, 5]);
  assert.equal(quotePassage(passage, [part])?.text, "Twice. Ben ends.");
});
