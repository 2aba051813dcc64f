import assert from "node:assert/strict";
import { test } from "node:test";
import { checkNumbers } from "../../../src/verification/claims/check-numbers.ts";
import { readClaim } from "../claim-evidence.ts";

const said = ["Mara: We kept forty thousand orders for 6 days, and a third try went to one of 2 people."];
const nths = (claim: string, around: readonly string[] = []) =>
  checkNumbers(...readClaim(claim, said, around)).map(({ nth }) => nth);

test("the same numbers in other signs are no doubt", () => {
  assert.deepEqual(nths("Mara kept 40,000 orders for six days."), []);
  assert.deepEqual(nths("First of all, about 39,000 orders were kept."), []);
});

test("a number that nobody says is one", () => {
  assert.deepEqual(nths("Mara kept 40,000 orders for nine days."), [2]);
  assert.deepEqual(nths("It cost 300 euros."), [1]);
});

test("a number said for something else is one in its place", () =>
  assert.deepEqual(nths("We kept forty thousand orders for 2 days."), [2]));

test("a number that is said beside the passage is none", () => {
  assert.deepEqual(nths("It took nine people."), [1]);
  assert.deepEqual(nths("It took nine people.", ["Tomas: With nine people?"]), []);
});

test("the number of a speaker's label counts nothing", () => {
  const [claim, evidence, closest] = readClaim("Speaker 1 kept it for six days.", said);
  assert.equal(checkNumbers(claim, evidence, closest).length, 1);
  assert.deepEqual(checkNumbers(claim, { ...evidence, speakers: ["Speaker 1"] }, closest), []);
});
