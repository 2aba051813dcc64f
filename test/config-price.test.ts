import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModelConfig } from "../src/config.ts";

test("a price is what a million tokens cost, in and out", () => {
  const env = { OPENAI_API_KEY: "k", OPENAI_MODEL: "m" };
  const priced = loadModelConfig({ ...env, OPENAI_PRICE: "0.40/1.60 EUR" });
  assert.deepEqual(priced?.price, { input: 0.4, output: 1.6, currency: "EUR" });
  assert.equal(loadModelConfig({ ...env, OPENAI_PRICE: "2/8" })?.price?.currency, "USD");
  assert.throws(() => loadModelConfig({ ...env, OPENAI_PRICE: "cheap" }), {
    message: "OPENAI_PRICE must be what a million tokens cost, in and out, such as 0.40/1.60 USD.",
  });
});
