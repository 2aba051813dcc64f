import assert from "node:assert/strict";
import { test } from "node:test";
import { describeOutline, describeUse } from "../../src/drafting/describe-plan.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { readFixture } from "../fixtures/sources.ts";

const transcript = readFixture("two-engineers-on-queues.md");
const other = readFixture("two-engineers-on-queues.md", "S2");
const [utterance] = transcript.utterances;
assert.ok(utterance);
const passages = [toPassage(transcript, utterance, 1, 1)];
const sections = [
  { heading: "One two three four five six seven", point: "", passages },
  { heading: "Eight nine ten eleven, twelve thirteen", point: "", passages },
  { heading: "Of nothing", point: "", passages: [] },
];

test("a source was used for the headings that rest on it, in at most twelve words", () =>
  assert.deepEqual(describeUse(sections, [transcript, other]), {
    S1: "One two three four five six seven",
  }));

test("a heading that is too long is cut", () => {
  const heading = Array.from({ length: 14 }, (_, at) => `w${at + 1}`).join(" ");
  const use = describeUse([{ heading, point: "", passages }], [transcript]);
  assert.equal(use.S1?.split(" ").length, 12);
});

test("the outline marks the section to be written", () =>
  assert.equal(
    describeOutline(sections.slice(0, 2), 1),
    "1. One two three four five six seven\n2. Eight nine ten eleven, twelve thirteen (this one)",
  ));
