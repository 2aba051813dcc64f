import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanLabels } from "../../src/sources/clean-labels.ts";
import { readFixture } from "../fixtures/sources.ts";

const talk = readFixture("two-engineers-on-queues.md");
const renamed = (label: string) => ({
  ...talk,
  speakers: [label],
  utterances: talk.utterances.map((utterance) => ({ ...utterance, speaker: label })),
});

const cases: [string, string | null][] = [
  ["Mara <b>Lindqvist</b>", "Mara Lindqvist"],
  ["Mara\u202E Lind\u00ADqvist", "Mara Lindqvist"],
  ['Mara "the queue" Lindqvist', "Mara the queue Lindqvist"],
  ["Mara [site](https://a.example)", "Mara site"],
  ["Mara https://a.example", "Mara"],
  ["Mara <!-- x", "Mara"],
  [">>>BRIEF", "BRIEF"],
  ["https://a.example", null],
  ["“”", null],
];
for (const [label, name] of cases)
  test(`a label is only a name: ${JSON.stringify(label)}`, () => {
    const { speakers, utterances } = cleanLabels(renamed(label));
    assert.deepEqual(speakers, name === null ? [] : [name]);
    assert.ok(utterances.every(({ speaker }) => speaker === name));
    if (name === null) assert.ok(utterances.every(({ quotable }) => !quotable));
  });

test("names stay as they are, whatever they are written with", () => {
  for (const label of ["Mara Lindqvist", "Dr. D’Arcy O'Neil-Smith, PhD", "Speaker 1", "Zoë (host)", "김민준"])
    assert.equal(cleanLabels(renamed(label)).utterances[0]?.speaker, label);
  assert.equal(cleanLabels(talk), talk);
});
