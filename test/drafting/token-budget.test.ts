import assert from "node:assert/strict";
import { test } from "node:test";
import { createBudget } from "../../src/drafting/token-budget.ts";

test("what was spent is summed, and what is left is permitted to the last token", () => {
  const budget = createBudget(100);
  budget.spend({ promptTokens: 30, completionTokens: 5 });
  budget.spend({ promptTokens: 10, completionTokens: 5 });
  assert.deepEqual(budget.used(), { promptTokens: 40, completionTokens: 10 });
  budget.permit(50);
  assert.throws(() => budget.permit(51), {
    name: "UserError",
    message:
      "This draft would need more than the 100 tokens that limits.tokensPerDraft allows: name fewer sources, or allow more in .github/galley.yml.",
  });
});
