import type { LanguageModel, Question } from "../ports/language-model.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { describePassage } from "../sources/passage.ts";
import { splitPassages } from "../sources/split-passages.ts";
import { describeBrief } from "./describe-brief.ts";
import { doWithout } from "./do-without.ts";
import type { Claim } from "./draft.ts";
import { fenceText } from "./fence-sources.ts";
import { AnnouncementAnswer, judgeAnnouncement } from "./judge-announcement.ts";
import type { Plan } from "./judge-plan.ts";
import { renderPrompt } from "./render-prompt.ts";
import { createResolver } from "./resolve-passage.ts";
import type { TokenBudget } from "./token-budget.ts";

/** The longest answer. */
export const maxAnnouncementTokens = 1000;

/** What the model is shown of the post, and what becomes of its answer. */
export function prepareAnnouncement(
  { brief, series, transcripts }: Pick<WriteRequest, "brief" | "series" | "transcripts">,
  plan: Plan,
  claims: readonly Claim[],
) {
  const shown = splitPassages(
    claims.flatMap(({ passages }) => passages),
    transcripts,
  );
  const asked = describeBrief(brief, series);
  const resolver = createResolver(shown, transcripts, asked);
  return {
    asked,
    post: fenceText("POST", describePost(plan, claims)),
    judge: (value: AnnouncementAnswer) => judgeAnnouncement(value, resolver),
  };
}

/**
 * The step `announcement`: what the social post says between the hook and the link, each paragraph on passages
 * of the post. Empty when nothing came of it: a post that is written and paid for is not thrown away for the want of
 * it, since an announcement can be made of the hook and the angle.
 */
export async function writeAnnouncement(
  model: LanguageModel,
  request: WriteRequest,
  { plan, claims }: { readonly plan: Plan; readonly claims: readonly Claim[] },
  { budget, signal }: { readonly budget: TokenBudget; readonly signal: AbortSignal },
): Promise<readonly Claim[]> {
  const { asked, post, judge } = prepareAnnouncement(request, plan, claims);
  const question: Question<AnnouncementAnswer> = {
    step: "announcement",
    system: renderPrompt("announcement.system", {}),
    user: renderPrompt("announcement.user", { BRIEF: asked, POST: post }),
    schema: AnnouncementAnswer,
    maxOutputTokens: maxAnnouncementTokens,
    review: (value) => judge(value).complaints,
    permit: budget.permit,
    spend: budget.spend,
  };
  const answer = await doWithout(
    () => request.once("announcement", AnnouncementAnswer, () => model.ask(question, signal)),
    signal,
  );
  return answer === null ? [] : judge(answer).paragraphs;
}

/** The post sentence by sentence, each with the numbers of what it rests on. */
function describePost({ title, hook, angle }: Plan, claims: readonly Claim[]): string {
  const sentences = claims.map(({ text, passages }) => `${passages.map(describePassage).join(", ")} ${text}`);
  return [`Title: ${title}`, `Hook: ${hook}`, `Angle: ${angle}`, "", ...sentences].join("\n");
}
