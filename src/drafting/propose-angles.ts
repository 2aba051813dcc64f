import { ModelError } from "../errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { EarlierPost, ProposeOutcome, ProposeRequest, Proposer } from "../ports/proposer.ts";
import { choosePassages } from "../sources/choose-passages.ts";
import { describeThin } from "../sources/describe-thin.ts";
import { describeBrief, listSubjects } from "./describe-brief.ts";
import { fencePassages, fenceText } from "./fence-sources.ts";
import { AnglesAnswer, judgeAngles } from "./judge-angles.ts";
import { oneLine } from "./one-line.ts";
import { renderPrompt } from "./render-prompt.ts";
import { createResolver } from "./resolve-passage.ts";
import { createBudget } from "./token-budget.ts";

const maxSourceTokens = 8000;
const shareOfBudget = 0.25;
const maxOutputTokens = 2000;
/** Titles that are worth knowing: the newest come first. */
const mostEarlier = 30;

/** Proposes angles with a language model, in one step. */
export function createModelProposer(model: LanguageModel): Proposer {
  return { propose: (request, signal) => proposeWithModel(model, request, signal) };
}

async function proposeWithModel(
  model: LanguageModel,
  request: ProposeRequest,
  signal: AbortSignal,
): Promise<ProposeOutcome> {
  const { brief, series, transcripts, spending, tokensPerDraft, earlier } = request;
  const thin = describeThin(transcripts);
  if (thin !== null) return { kind: "declined", reason: thin };
  const budget = createBudget(tokensPerDraft, await spending.load(), (usage) => spending.save(usage));
  const { passages, leftOut } = choosePassages(transcripts, listSubjects(brief, series, transcripts), {
    maxTokens: Math.min(maxSourceTokens, tokensPerDraft * shareOfBudget),
    countTokens: await model.loadTokenCounter(),
    purpose: "stretch",
  });
  const asked = describeBrief(brief, series);
  const resolver = createResolver(passages, transcripts, asked);
  const answer = await request.once("angles", AnglesAnswer, () =>
    model.ask(
      {
        step: "angles",
        system: renderPrompt("angles.system", {}),
        user: renderPrompt("angles.user", {
          BRIEF: asked,
          SOURCES: fencePassages(passages, transcripts),
          LEFT_OUT: leftOut === 0 ? "" : `${leftOut} more sentences of the sources had no room here.`,
          EARLIER: describeEarlier(earlier),
        }),
        schema: AnglesAnswer,
        maxOutputTokens,
        review: (value) => judgeAngles(value, resolver).complaints,
        permit: budget.permit,
        spend: budget.spend,
      },
      signal,
    ),
  );
  const { angles } = judgeAngles(answer, resolver);
  if (angles.length === 0) throw new ModelError('The language model gave no usable answer to step "angles"');
  return { kind: "angles", angles, model: model.name, usage: budget.used() };
}

function describeEarlier(earlier: readonly EarlierPost[]): string {
  if (earlier.length === 0) return "";
  const lines = earlier
    .slice(0, mostEarlier)
    .map(({ title, about }) => [title, about].map((text) => oneLine(text, 300)).join(": "));
  return fenceText("EARLIER", lines.join("\n"));
}
