import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModelConfig } from "../src/config.ts";

test("a price is what a million tokens cost, in and out", () => {
  const env = { OPENAI_API_KEY: "k", OPENAI_MODEL: "m" };
  const priced = loadModelConfig({ ...env, OPENAI_PRICE: "0.40/1.60 EUR" });
