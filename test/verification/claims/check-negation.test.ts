import assert from "node:assert/strict";
import { test } from "node:test";
import { checkNegation } from "../../../src/verification/claims/check-negation.ts";
import { readClaim } from "../claim-evidence.ts";

const isDoubted = (claim: string, said: string) => checkNegation(...readClaim(claim, [said])).length > 0;

for (const [claim, said] of [
  ["The queue is not safe at night.", "The queue is safe at night."],
  ["The queue is safe at night.", "The queue isn't safe at night."],
  ["They do not read every dead message.", "I read every dead message."],
  ["They never lost a message that was acknowledged.", "We lost a message that was acknowledged."],
  ["They can just ship it.", "We cannot just ship it."],
  ["The queue has never needed owners with names.", "A dead letter queue needs an owner with a name."],
] as const)
  test(`doubted: “${claim}” for “${said}”`, () => assert.ok(isDoubted(claim, said)));

for (const [claim, said] of [
  ["They don't need strict order.", "We do not need strict order."],
  ["Hardly any business needs strict order.", "No business needs strict order, not one."],
  ["It is not possible to lose a message.", "It is impossible to lose a message."],
  ["They did not know why the disk was full.", "No, I dunno why the disk was full."],
  ["She has never been to the office.", "Have you ever been to the office?"],
  ["They keep order per customer.", "Order per customer is what we keep, no matter what."],
  ["Bananas are not blue.", "The queue is safe."],
  [
    "The editor found the prototype heavy and the handle not suitable for small children.",
    "The bank is the one for the two of us.",
  ],
] as const)
  test(`negative control: “${claim}” for “${said}”`, () => assert.ok(!isDoubted(claim, said)));
