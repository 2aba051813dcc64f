import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOutside } from "../../../src/adapters/extractive/points-outside.ts";

for (const text of [
  "if it's off by five degrees, nobody minds.",
  "we got to the stage where we had done that and looked for money.",
  "I think they believe more in a vision than in a product.",
  "Remote is one of them, by the same author.",
  "From there, the company moved to the harbour.",
  "Without that, nobody would have come.",
  "Early on most of these companies are built on a story.",
])
  test(`needs what was said before: ${text}`, () => assert.ok(pointsOutside(text)));

for (const text of [
  "A queue earns its trust on the worst night of the year.",
  "The plan that was measured on a good day is the one that fails.",
  "Most teams think that they know their own system.",
  "It is important to rehearse a restore.",
  "A small team finds it hard to read every alert.",
  "Kubernetes lost many people when it grew.",
])
  test(`stands by itself: ${text}`, () => assert.ok(!pointsOutside(text)));

test("an endless sentence takes no endless time", () => {
  const started = performance.now();
  assert.ok(pointsOutside(`we had it and they had it ${"and they had it ".repeat(50_000)}.`));
  assert.ok(performance.now() - started < 500);
});
