import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDates } from "../../../src/verification/claims/check-dates.ts";
import { readClaim } from "../claim-evidence.ts";

const nths = (claim: string) => {
  const [tokens, evidence] = readClaim(claim, [
    "Mara: It failed on a Friday in March, and we met on Mon, may I say.",
  ]);
  return checkDates(tokens, evidence).map(({ nth }) => nth);
};

test("days and months as they are said are no doubt, shortened or not", () =>
  assert.deepEqual(nths("It failed on Fridays in March; on Monday they met, as they may."), []));

test("another day or month is one", () => {
  assert.deepEqual(nths("It failed on a Tuesday in March."), [1]);
  assert.deepEqual(nths("It failed on a Friday in June."), [2]);
  assert.deepEqual(nths("They meet again tomorrow."), [1]);
});
