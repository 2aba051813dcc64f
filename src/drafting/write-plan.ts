import { ModelError } from "../errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { choosePassages } from "../sources/choose-passages.ts";
import { describeBrief, describeSubject } from "./describe-brief.ts";
import { fencePassages } from "./fence-sources.ts";
import { judgePlan, type Plan, PlanAnswer } from "./judge-plan.ts";
import { renderPrompt } from "./render-prompt.ts";
import { createResolver } from "./resolve-passage.ts";
import type { TokenBudget } from "./token-budget.ts";

/** What the sources take of the first request: about eight thousand tokens, less where less is allowed. */
const maxSourceCharacters = 32_000;
const shareOfBudget = 0.25;
const charactersPerToken = 4;
const maxOutputTokens = 4000;

/** The step `plan`: title, hook, angle and sections, each on passages that the model was shown. */
export async function writePlan(
  model: LanguageModel,
  request: WriteRequest,
  budget: TokenBudget,
  signal: AbortSignal,
): Promise<Plan> {
  const { brief, series, transcripts } = request;
  const { passages, leftOut } = choosePassages(transcripts, describeSubject(brief, series), {
    maxCharacters: Math.min(maxSourceCharacters, request.tokensPerDraft * shareOfBudget * charactersPerToken),
  });
  const resolver = createResolver(passages, transcripts, describeBrief(brief, series));
  const answer = await request.once("plan", PlanAnswer, () =>
    model.ask(
      {
        step: "plan",
        system: renderPrompt("plan.system", {}),
        user: renderPrompt("plan.user", {
          BRIEF: describeBrief(brief, series),
          SOURCES: fencePassages(passages, transcripts),
          LEFT_OUT: leftOut === 0 ? "" : `${leftOut} more sentences of the sources had no room here.`,
        }),
        schema: PlanAnswer,
        maxOutputTokens,
        review: (value) => judgePlan(value, brief, resolver).complaints,
        permit: budget.permit,
        spend: budget.spend,
      },
      signal,
    ),
  );
  const { plan } = judgePlan(answer, brief, resolver);
  if (plan.sections.length === 0)
    throw new ModelError('The language model gave no usable answer to step "plan"');
  return plan;
}
