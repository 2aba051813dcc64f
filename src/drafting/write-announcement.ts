import { ModelError, RetryableError, UserError } from "../errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { describePassage } from "../sources/passage.ts";
import { describeBrief } from "./describe-brief.ts";
import type { Claim } from "./draft.ts";
import { fenceText } from "./fence-sources.ts";
import { AnnouncementAnswer, judgeAnnouncement } from "./judge-announcement.ts";
import type { Plan } from "./judge-plan.ts";
import { renderPrompt } from "./render-prompt.ts";
import { createResolver } from "./resolve-passage.ts";
import type { TokenBudget } from "./token-budget.ts";

const maxOutputTokens = 1000;

/**
 * The step `announcement`: what the social post says between the hook and the link, each paragraph on passages
 * of the post. Empty when the model was of no use, its host stayed away, or nothing is left to spend: a post that is
 * written and paid for is not thrown away for the want of it, since an announcement can be made of the hook and the
 * angle. The host has been asked several times by then; the job is not tried again for this, because nobody here
 * knows whether there will be another attempt.
 */
export async function writeAnnouncement(
  model: LanguageModel,
  request: WriteRequest,
  { plan, claims }: { readonly plan: Plan; readonly claims: readonly Claim[] },
  { budget, signal }: { readonly budget: TokenBudget; readonly signal: AbortSignal },
): Promise<readonly Claim[]> {
  const shown = claims.flatMap(({ passages }) => passages);
  const asked = describeBrief(request.brief, request.series);
  const resolver = createResolver(shown, request.transcripts, asked);
  try {
    const answer = await request.once("announcement", AnnouncementAnswer, () =>
      model.ask(
        {
          step: "announcement",
          system: renderPrompt("announcement.system", {}),
          user: renderPrompt("announcement.user", {
            BRIEF: asked,
            POST: fenceText("POST", describePost(plan, claims)),
          }),
          schema: AnnouncementAnswer,
          maxOutputTokens,
          review: (value) => judgeAnnouncement(value, resolver).complaints,
          permit: budget.permit,
          spend: budget.spend,
        },
        signal,
      ),
    );
    return judgeAnnouncement(answer, resolver).paragraphs;
  } catch (thrown) {
    signal.throwIfAborted();
    const isNone = [ModelError, UserError, RetryableError].some((kind) => thrown instanceof kind);
    if (isNone) return [];
    throw thrown;
  }
}

/** The post sentence by sentence, each with the numbers of what it rests on. */
function describePost({ title, hook, angle }: Plan, claims: readonly Claim[]): string {
  const sentences = claims.map(({ text, passages }) => `${passages.map(describePassage).join(", ")} ${text}`);
  return [`Title: ${title}`, `Hook: ${hook}`, `Angle: ${angle}`, "", ...sentences].join("\n");
}
