import assert from "node:assert/strict";
import { test } from "node:test";
import { describeCost } from "../../src/drafting/describe-cost.ts";

const price = { input: 0.4, output: 1.6, currency: "USD" };
const cases: [number, number, string][] = [
  [1_000_000, 1_000_000, "about 2.00 USD"],
  [18_000, 2_000, "about 0.010 USD"],
  [100, 10, "about 0.000056 USD"],
  [0, 0, "about 0.00 USD"],
];
for (const [promptTokens, completionTokens, words] of cases)
  test(`${promptTokens} in and ${completionTokens} out cost ${words}`, () =>
    assert.equal(describeCost({ promptTokens, completionTokens }, price), words));
