import assert from "node:assert/strict";
import { test } from "node:test";
import { composeSections } from "../../../src/adapters/extractive/compose-sections.ts";
import { wordsOf } from "../../../src/adapters/extractive/describe-place.ts";
import { queues, stretchesOf } from "./material.ts";

const { stretches } = stretchesOf(queues, new Map([["queue", 1]]));
const tools = { nameSpeaker: (label: string) => label, findPhrases: () => [], attributionOf: () => null };
const whole = stretches.find((stretch) => wordsOf(stretch).startsWith("A message queue earns"));
const led = stretches.find((stretch) => wordsOf(stretch).startsWith("the throughput"));
assert.ok(whole && led);

test("a connecting sentence, then the quotation, and a claim for each", () => {
  const { sections, claims } = composeSections([[whole, led]], [{ heading: "Queues", topic: null }], tools);
  const [first, second, third] = sections[0]?.blocks ?? [];
  assert.match(first ?? "", /Tomas Reyes.*Mara Lindqvist|Mara Lindqvist.*Tomas Reyes/);
  assert.match(second ?? "", /^> A message queue earns .+ {2}\n> — Mara Lindqvist, 00:01:30$/);
  assert.match(third ?? "", /Mara Lindqvist.* “the throughput of a queue .+”$/);
  assert.deepEqual(
    claims.map(({ text }) => text),
    [first, wordsOf(whole), wordsOf(led)],
  );
  assert.equal(claims[0]?.passages.length, 2);
  assert.ok(claims.every(({ passages }) => passages[0]?.firstLine));
});

test("the lead does not say the heading again", () => {
  const alone = {
    ...whole,
    units: whole.units.map((unit) => ({ ...unit, utterance: { ...unit.utterance, number: 1 } })),
  };
  const leadUnder = (heading: string) =>
    composeSections([[alone]], [{ heading, topic: "queues" }], tools).sections[0]?.blocks[0] ?? "";
  assert.doesNotMatch(leadUnder("Lindqvist on queues"), /queues/);
  assert.match(leadUnder("Queues and owners"), /queues/);
});

test("a section without a quotation is left out", () => {
  assert.deepEqual(composeSections([[]], [{ heading: "Queues", topic: null }], tools).sections, []);
});
