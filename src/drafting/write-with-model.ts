import { ModelError } from "../errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { Revision, WriteOutcome, WriteRequest, Writer } from "../ports/writer.ts";
import { describeThin } from "../sources/describe-thin.ts";
import { askJudge } from "./ask-judge.ts";
import { assembleDraft, type Composition, listClaims } from "./composition.ts";
import { describeCost, type Price } from "./describe-cost.ts";
import { estimateDraft } from "./estimate-draft.ts";
import type { WrittenSection } from "./judge-section.ts";
import { mendDraft } from "./repair/mend-draft.ts";
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
      signal.throwIfAborted();
      const thin = describeThin(request.transcripts);
      if (thin !== null) return { kind: "declined", reason: thin };
      const { spending, tokensPerDraft, transcripts } = request;
      const budget = createBudget(tokensPerDraft, await spending.load(), (usage) => spending.save(usage));
      if (isUntouched(budget)) budget.permit(estimateDraft(transcripts, tokensPerDraft));
      const composition = await compose(model, request, budget, signal);
      return hand(model, request, composition, { budget, price });
    },
  };
}

async function compose(
  model: LanguageModel,
  request: WriteRequest,
  budget: TokenBudget,
  signal: AbortSignal,
): Promise<Composition> {
  const { plan, leftOutOf } = await writePlan(model, request, budget, signal);
  const sections: WrittenSection[] = [];
  for (const at of plan.sections.keys()) {
    signal.throwIfAborted();
    sections.push(
      await writeSection(model, request, { plan, at, others: [...sections] }, { budget, signal }),
    );
  }
  if (sections.every(({ claims }) => claims.length === 0))
    throw new ModelError("The language model wrote nothing that rests on the sources");
  signal.throwIfAborted();
  const claims = listClaims({ plan, sections });
  const announcement = await writeAnnouncement(model, request, { plan, claims }, { budget, signal });
  return { plan, leftOutOf, sections, announcement };
}

/** The draft, and what may still be asked of it. */
function hand(
  model: LanguageModel,
  request: WriteRequest,
  composition: Composition,
  { budget, price }: { readonly budget: TokenBudget; readonly price: Price | null },
): WriteOutcome {
  const bill = () => {
    const usage = budget.used();
    return price === null ? { usage } : { usage, cost: describeCost(usage, price) };
  };
  const estimate = estimateDraft(request.transcripts, request.tokensPerDraft);
  const assemble = (made: Composition) =>
    assembleDraft(made, request.transcripts, { model: model.name, estimate, ...bill() });
  const revision: Revision = {
    async mend(objections, isBetter, signal) {
      const repairing = { model, request, budget, signal };
      return assemble(await mendDraft(repairing, composition, objections, { assemble, isBetter }));
    },
    judge: (claims, signal) => askJudge(model, request, claims, { budget, signal }),
    bill,
  };
  return { kind: "draft", draft: assemble(composition), revision };
}

/** An attempt that takes up another's work has paid for a part of it. */
function isUntouched(budget: TokenBudget): boolean {
  const { promptTokens, completionTokens } = budget.used();
  return promptTokens + completionTokens === 0;
}
