import { ModelError } from "../errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { WriteOutcome, WriteRequest, Writer } from "../ports/writer.ts";
import { describeThin } from "../sources/describe-thin.ts";
import { assemblePost } from "./assemble-post.ts";
import { escapeMarkdown } from "./clean-markdown.ts";
import { describeCost, type Price } from "./describe-cost.ts";
import { describeUse } from "./describe-plan.ts";
import type { Claim, Draft } from "./draft.ts";
import { estimateDraft } from "./estimate-draft.ts";
import type { Plan } from "./judge-plan.ts";
import type { WrittenSection } from "./judge-section.ts";
import { createBudget, type TokenBudget } from "./token-budget.ts";
import { writeAnnouncement } from "./write-announcement.ts";
import { writePlan } from "./write-plan.ts";
import { writeSection } from "./write-section.ts";

/**
 * The writer that uses a language model: a plan, each section, the announcement. The model refers to passages; what it
 * cannot refer to is left out, and quotations are inserted from the sources.
 */
export function createModelWriter(model: LanguageModel, price: Price | null = null): Writer {
  return {
    async write(request, signal) {
      const outcome = await writeWithModel(model, request, signal);
      if (outcome.kind === "declined" || price === null) return outcome;
      return { ...outcome, draft: { ...outcome.draft, cost: describeCost(outcome.draft.usage, price) } };
    },
  };
}

async function writeWithModel(
  model: LanguageModel,
  request: WriteRequest,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  signal.throwIfAborted();
  const thin = describeThin(request.transcripts);
  if (thin !== null) return { kind: "declined", reason: thin };
  const { spending } = request;
  const budget = createBudget(request.tokensPerDraft, await spending.load(), (usage) => spending.save(usage));
  if (isUntouched(budget)) budget.permit(estimateDraft(request.transcripts, request.tokensPerDraft));
  const { plan, leftOutOf } = await writePlan(model, request, budget, signal);
  const sections: WrittenSection[] = [];
  for (const at of plan.sections.keys()) {
    signal.throwIfAborted();
    const quotedBefore = sections.flatMap(({ quoted }) => quoted);
    sections.push(await writeSection(model, request, { plan, at, quotedBefore }, { budget, signal }));
  }
  if (sections.every(({ claims }) => claims.length === 0))
    throw new ModelError("The language model wrote nothing that rests on the sources");
  signal.throwIfAborted();
  const claims = listClaims(plan, sections);
  const announcement = await writeAnnouncement(model, request, { plan, claims }, { budget, signal });
  return {
    kind: "draft",
    draft: assemble(model, request, { plan, leftOutOf, sections, claims, announcement, budget }),
  };
}

/** An attempt that takes up another's work has paid for a part of it. */
function isUntouched(budget: TokenBudget): boolean {
  const { promptTokens, completionTokens } = budget.used();
  return promptTokens + completionTokens === 0;
}

function listClaims({ opening }: Plan, sections: readonly WrittenSection[]): Claim[] {
  const openingClaims =
    opening && opening.passages.length > 0 ? [{ text: opening.text, passages: [...opening.passages] }] : [];
  return [...openingClaims, ...sections.flatMap(({ claims }) => claims)];
}

function assemble(
  model: LanguageModel,
  { transcripts }: WriteRequest,
  written: {
    readonly plan: Plan;
    readonly leftOutOf: Draft["leftOut"];
    readonly sections: readonly WrittenSection[];
    readonly claims: readonly Claim[];
    readonly announcement: readonly Claim[];
    readonly budget: TokenBudget;
  },
): Draft {
  const { plan, sections, claims, announcement, budget } = written;
  const { title, slug, hook, angle, opening } = plan;
  const filled = plan.sections
    .map(({ heading }, at) => ({ heading, blocks: sections[at]?.blocks ?? [] }))
    .filter(({ blocks }) => blocks.length > 0);
  return {
    title,
    slug,
    hook,
    angle,
    markdown: assemblePost(opening ? [escapeMarkdown(opening.text)] : [], filled),
    announcement: announcement.map(({ text }) => text),
    claims: [...claims, ...announcement],
    usedFor: describeUse(plan.sections, transcripts),
    leftOut: written.leftOutOf,
    model: model.name,
    usage: budget.used(),
  };
}
