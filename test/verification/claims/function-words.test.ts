import assert from "node:assert/strict";
import { test } from "node:test";
import { functionWords, negators, softNegators } from "../../../src/verification/claims/function-words.ts";
import { stem } from "../../../src/verification/claims/read-tokens.ts";

test("words that carry a subject are no function words", () => {
  for (const word of ["the", "would", "themselves", "said"]) assert.ok(functionWords.has(word), word);
  for (const word of ["queue", "money", "never"]) assert.ok(!functionWords.has(word), word);
});

test("what negates for sure and what denies in another way are told apart", () => {
  assert.ok(negators.has("never") && !softNegators.has("never"));
  for (const word of ["refused", "unable", "without", "instead"])
    assert.ok(negators.has(word) || softNegators.has(stem(word)), word);
});
