import assert from "node:assert/strict";
import { test } from "node:test";
import { queues, stretchesOf } from "./material.ts";

const { stretches } = stretchesOf(
  queues,
  new Map([
    ["queue", 1],
    ["owner", 1],
  ]),
);

test("stretches are of one speaker and one paragraph, four sentences at most", () => {
  assert.ok(stretches.length > 10);
  for (const { units } of stretches) {
    assert.ok(units.length <= 4);
    assert.equal(new Set(units.map(({ utterance }) => utterance)).size, 1);
    assert.equal(new Set(units.map(({ sentence }) => sentence.paragraph)).size, 1);
  }
});

test("greetings, thanks, adverts, links and mere questions are in none", () => {
  const all = stretches.flatMap(({ units }) => units.map(({ sentence }) => sentence.text)).join(" ");
  assert.doesNotMatch(all, /Welcome|Thanks|crates|our notes|unintelligible|\?/);
});

test("the best come first", () => {
  for (const [at, { score }] of stretches.entries())
    assert.ok(at === 0 || score <= (stretches[at - 1]?.score ?? 0));
});
