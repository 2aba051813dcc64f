import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAttribution } from "../../../src/verification/claims/check-attribution.ts";
import { readClaim } from "../claim-evidence.ts";

const cited = ["Mara: A queue needs an owner with a name, as Linus said at lunch."];
const around = ["Tomas: What does a queue need?", "Linus: Hello."];
const nths = (claim: string, lines = cited) => {
  const [tokens, evidence] = readClaim(claim, lines, around);
  return checkAttribution(tokens, evidence).map(({ nth }) => nth);
};

for (const claim of [
  "Mara says that a queue needs an owner.",
  "According to Mara, a queue needs an owner.",
  "Tomas needs an owner with a name.",
  "Linus said that a queue needs an owner.",
  "A queue needs an owner.",
])
  test(`no doubt: ${claim}`, () => assert.deepEqual(nths(claim), []));

for (const claim of [
  "Tomas says that a queue needs an owner.",
  "Tomas has also said that a queue needs an owner.",
  "According to Tomas, a queue needs an owner.",
  "In the words of Tomas, a queue needs an owner.",
])
  test(`not their words: ${claim}`, () => assert.deepEqual(nths(claim), [1]));

test("where two are cited, the words are those of the one who says most of them", () => {
  const lines = ["Tomas: Right.", ...cited];
  assert.deepEqual(nths("Tomas says that a queue needs an owner with a name.", lines), [1]);
  assert.deepEqual(nths("Mara says that a queue needs an owner with a name.", lines), []);
  assert.deepEqual(nths("Asked by Tomas, Mara says that a queue needs an owner with a name.", lines), []);
});

test("notes without speakers decide nothing", () =>
  assert.deepEqual(nths("Tomas says that a queue needs an owner.", ["A queue needs an owner."]), []));
