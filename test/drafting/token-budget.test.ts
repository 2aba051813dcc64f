import assert from "node:assert/strict";
import { test } from "node:test";
import { createBudget } from "../../src/drafting/token-budget.ts";
import type { Usage } from "../../src/ports/language-model.ts";

const nothing = { promptTokens: 0, completionTokens: 0 };

test("what was spent is summed and saved, and what is left is permitted to the last token", async () => {
  const saved: Usage[] = [];
  const budget = createBudget(100, nothing, async (usage) => void saved.push(usage));
  await budget.spend({ promptTokens: 30, completionTokens: 5 });
  await budget.spend({ promptTokens: 10, completionTokens: 5 });
  assert.deepEqual(budget.used(), { promptTokens: 40, completionTokens: 10 });
  assert.deepEqual(saved, [
    { promptTokens: 30, completionTokens: 5 },
    { promptTokens: 40, completionTokens: 10 },
  ]);
  budget.permit(50);
  assert.throws(() => budget.permit(51), {
    name: "UserError",
    message:
      "This draft would need more than the 100 tokens that limits.tokensPerDraft allows: name fewer sources, or allow more in .github/galley.yml.",
  });
});

test("what an earlier attempt spent is spent", () => {
  const budget = createBudget(100, { promptTokens: 80, completionTokens: 15 }, async () => {});
  assert.deepEqual(budget.used(), { promptTokens: 80, completionTokens: 15 });
  budget.permit(5);
  assert.throws(() => budget.permit(6), { name: "UserError" });
});
