import { UserError } from "../errors.ts";
import type { Usage } from "../ports/language-model.ts";

/** What a draft may still cost. */
export type TokenBudget = {
  /** What was spent, all steps and attempts together. */
  readonly used: () => Usage;
  readonly spend: (usage: Usage) => Promise<void>;
  /** Throws a `UserError` when a step that would cost this much is more than what is left. */
  readonly permit: (tokens: number) => void;
};

/**
 * A budget of so many tokens for one draft. `before` is what earlier attempts spent; each new sum is saved, since
 * an attempt that fails has spent what it has spent.
 */
export function createBudget(
  tokensPerDraft: number,
  before: Usage,
  save: (usage: Usage) => Promise<void>,
): TokenBudget {
  const used = { ...before };
  return {
    used: () => ({ ...used }),
    async spend({ promptTokens, completionTokens }) {
      used.promptTokens += promptTokens;
      used.completionTokens += completionTokens;
      await save({ ...used });
    },
    permit(tokens) {
      if (used.promptTokens + used.completionTokens + tokens <= tokensPerDraft) return;
      throw new UserError(
        `This draft would need more than the ${tokensPerDraft} tokens that limits.tokensPerDraft allows: name fewer sources, or allow more in .github/galley.yml.`,
      );
    },
  };
}
