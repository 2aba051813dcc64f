import { ModelError } from "../errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { type ChosenPassages, choosePassages } from "../sources/choose-passages.ts";
import { describeBrief, listSubjects } from "./describe-brief.ts";
import { roomForPlan } from "./estimate-draft.ts";
import { fencePassages } from "./fence-sources.ts";
import { judgePlan, type Plan, PlanAnswer } from "./judge-plan.ts";
import { listPoints } from "./list-points.ts";
import { renderPrompt } from "./render-prompt.ts";
import { createResolver } from "./resolve-passage.ts";
import type { TokenBudget } from "./token-budget.ts";

const maxOutputTokens = 4000;

/** The plan, and how many sentences of each source had no room in the request for it. */
type Planned = { readonly plan: Plan; readonly leftOutOf: ChosenPassages["leftOutOf"] };

/** The step `plan`: title, hook, angle and sections, each on passages that the model was shown. */
export async function writePlan(
  model: LanguageModel,
  request: WriteRequest,
  budget: TokenBudget,
  signal: AbortSignal,
): Promise<Planned> {
  const { brief, series, transcripts } = request;
  const asked = describeBrief(brief, series);
  const countTokens = await model.loadTokenCounter();
  const { passages, leftOut, leftOutOf } = choosePassages(
    transcripts,
    listSubjects(brief, series, transcripts),
    {
      maxTokens: roomForPlan(countTokens(asked), request.tokensPerDraft),
      countTokens,
      purpose: "stretch",
      points: listPoints(brief, transcripts),
    },
  );
  const resolver = createResolver(passages, transcripts, asked);
  const answer = await request.once("plan", PlanAnswer, () =>
    model.ask(
      {
        step: "plan",
        system: renderPrompt("plan.system", {}),
        user: renderPrompt("plan.user", {
          BRIEF: asked,
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
  return { plan, leftOutOf };
}
