import type { LanguageModel } from "../ports/language-model.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { choosePassages } from "../sources/choose-passages.ts";
import { describeBrief } from "./describe-brief.ts";
import { describeOutline } from "./describe-plan.ts";
import { maxSectionSources } from "./estimate-draft.ts";
import { fencePassages, fenceText } from "./fence-sources.ts";
import { findBanned } from "./find-banned.ts";
import type { Plan } from "./judge-plan.ts";
import { judgeSection, SectionAnswer, type WrittenSection } from "./judge-section.ts";
import { renderPrompt } from "./render-prompt.ts";
import { createResolver } from "./resolve-passage.ts";
import type { TokenBudget } from "./token-budget.ts";

/** The longest answer. */
export const maxSectionTokens = 3000;

export type SectionPlace = {
  readonly plan: Plan;
  readonly at: number;
  /** The sections that are there: what they say and quote is not to be said again. */
  readonly others: readonly WrittenSection[];
};

/** What the model is shown of the sources for a section, and what becomes of its answer. */
export async function prepareSection(
  model: Pick<LanguageModel, "loadTokenCounter">,
  { brief, series, transcripts }: Pick<WriteRequest, "brief" | "series" | "transcripts">,
  { plan, at, others }: SectionPlace,
) {
  const { heading, point, passages } = plan.sections[at] ?? { heading: "", point: "", passages: [] };
  const subject = [heading, point].filter(Boolean).map((text) => ({ text, weight: 1 }));
  const shown = choosePassages(transcripts, subject, {
    maxTokens: maxSectionSources,
    countTokens: await model.loadTokenCounter(),
    purpose: "moment",
    keep: passages,
    points: [{ text: point }],
  });
  const asked = describeBrief(brief, series);
  const resolver = createResolver(shown.passages, transcripts, asked);
  const quoted = others.flatMap((other) => other.quoted);
  const said = others.flatMap(({ claims }) => claims.map(({ text }) => text));
  return {
    asked,
    heading,
    point,
    quoted,
    sources: fencePassages(shown.passages, transcripts),
    judge: (value: SectionAnswer) => judgeSection(value, transcripts, resolver, { quoted, said }),
  };
}

/** The step `section N`: paragraphs of claims, each on passages, quotations by reference. */
export async function writeSection(
  model: LanguageModel,
  request: WriteRequest,
  place: SectionPlace,
  { budget, signal }: { readonly budget: TokenBudget; readonly signal: AbortSignal },
): Promise<WrittenSection> {
  const { plan, at } = place;
  const { asked, heading, point, quoted, sources, judge } = await prepareSection(model, request, place);
  const step = `section ${at + 1}`;
  const answer = await request.once(step, SectionAnswer, () =>
    model.ask(
      {
        step,
        system: renderPrompt("section.system", {}),
        user: renderPrompt("section.user", {
          BRIEF: asked,
          PLAN: fenceText(
            "PLAN",
            `Title: ${plan.title}\nAngle: ${plan.angle}\n${describeOutline(plan.sections, at)}\n\nThis section: ${heading}\nIts point: ${point}`,
          ),
          SOURCES: sources,
          QUOTED: quoted.length === 0 ? "" : `Quoted already, not to be quoted again: ${quoted.join(", ")}`,
        }),
        schema: SectionAnswer,
        maxOutputTokens: maxSectionTokens,
        review: (value) => [...judge(value).complaints, ...complainOfBanned(value, request.banned)],
        permit: budget.permit,
        spend: budget.spend,
      },
      signal,
    ),
  );
  return judge(answer).section;
}

/** What a person would only be warned of, the model can mend while it is at it. */
function complainOfBanned({ paragraphs }: SectionAnswer, banned: readonly string[]): string[] {
  return paragraphs.flatMap(({ claims }, at) =>
    claims.flatMap(({ text }, index) =>
      findBanned(text, banned).map(
        (phrase) =>
          `paragraphs[${at}].claims[${index}].text uses the phrase ${JSON.stringify(phrase)}, which this blog does not use; say it in another way.`,
      ),
    ),
  );
}
