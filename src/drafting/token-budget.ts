import { UserError } from "../errors.ts";
import type { Usage } from "../ports/language-model.ts";

/** What a draft may still cost. */
export type TokenBudget = {
  /** What was spent, all steps together. */
  readonly used: () => Usage;
  readonly spend: (usage: Usage) => void;
  /** Throws a `UserError` when a step that would cost this much is more than what is left. */
  readonly permit: (tokens: number) => void;
};

/** A budget of so many tokens for one draft. */
export function createBudget(tokensPerDraft: number): TokenBudget {
  const used = { promptTokens: 0, completionTokens: 0 };
  return {
    used: () => ({ ...used }),
    spend({ promptTokens, completionTokens }) {
      used.promptTokens += promptTokens;
      used.completionTokens += completionTokens;
    },
    permit(tokens) {
      if (used.promptTokens + used.completionTokens + tokens <= tokensPerDraft) return;
      throw new UserError(
        `This draft would need more than the ${tokensPerDraft} tokens that limits.tokensPerDraft allows: name fewer sources, or allow more in .github/galley.yml.`,
      );
    },
  };
}
