import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTokenCounter } from "../../../src/adapters/openai/count-tokens.ts";

test("a model whose tokenizer is known counts by it, marks of its own as text; another is estimated", async () => {
  const text = "Unbelievably, queues outlive <|endoftext|> everybody.";
  const counts = await Promise.all(
    ["gpt-5-mini", "openai/gpt-4o", "gpt-4", "llama-4", "gpt-oss"].map(async (name) => {
      const count = await loadTokenCounter(name);
      return count(text);
    }),
  );
  assert.deepEqual(counts, [16, 16, 15, 14, 14]);
});
