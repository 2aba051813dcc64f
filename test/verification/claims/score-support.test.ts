import assert from "node:assert/strict";
import { test } from "node:test";
import { leastSupport, scoreSupport } from "../../../src/verification/claims/score-support.ts";

const talk = [
  { speaker: "Mara", text: "Are you still at the office?" },
  { speaker: "Tomas", text: "Yes." },
  { speaker: "Mara", text: "Bring the old disk home, please." },
  { speaker: "Tomas", text: "I will also buy a new keyboard for Linus tomorrow." },
];
const score = (sentence: string) => scoreSupport(sentence, talk).score;

test("what is said word for word, by whoever the claim names, is supported", () => {
  assert.ok(score("I will also buy a new keyboard for Linus tomorrow.") > 0.98);
  assert.ok(score("Tomas will buy a new keyboard for Linus tomorrow.") >= leastSupport);
  assert.ok(score("Tomas will bring the old disk home.") >= leastSupport);
});

test("the same of somebody else scores less, and says why", () => {
  const { score: swapped, reasons } = scoreSupport("Mara will buy a new keyboard for Linus tomorrow.", talk);
  assert.ok(swapped < score("Tomas will buy a new keyboard for Linus tomorrow."));
  assert.ok(reasons.includes("other-people"));
});

test("words that nobody says score less, and are named as new", () => {
  const { score: invented, reasons } = scoreSupport("Tomas sold the company to a bank in Paris.", talk);
  assert.ok(invented < 0.3, String(invented));
  assert.ok(reasons.includes("new-words"));
});

test("an order turned round scores less", () =>
  assert.ok(score("Linus will buy Tomas a new keyboard.") < score("Tomas will buy Linus a new keyboard.")));

test("no words, no talk and a speech of a thousand words have a score", () => {
  assert.equal(score("…"), 1);
  assert.equal(scoreSupport("Tomas sold the company.", []).score, 0);
  const speech = [{ speaker: "Mara", text: `${"we talk on and on ".repeat(250)}and then the disk was full` }];
  assert.ok(scoreSupport("Then the disk was full.", speech).score > leastSupport);
});
