import { z } from "zod";
import type { LanguageModel } from "../ports/language-model.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { quotePassage } from "../sources/quote-passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import { describeClaims } from "./describe-claims.ts";
import { doWithout } from "./do-without.ts";
import type { Claim } from "./draft.ts";
import { renderPrompt } from "./render-prompt.ts";
import type { TokenBudget } from "./token-budget.ts";
import type { Verdict } from "./verdict.ts";

/** A post has about thirty; what is more is not evaluated. */
const mostClaims = 80;
const tokensPerAnswer = 12;
const frameTokens = 200;

/** What the model is asked for at the step `judge`. One line for each claim is half the tokens of an object. */
const JudgeAnswer = z.object({
  verdicts: z
    .array(z.string().max(200))
    .max(200)
    .describe("for each sentence its number and yes, no or not said, such as 3 yes"),
});

/**
 * The step `judge`: whether the passages of each claim say it, by one request that holds the claims and their passages
 * and nothing else. A quotation is what was said, and is not asked about. Answers in the order of the claims.
 */
export async function askJudge(
  model: LanguageModel,
  { transcripts, once }: Pick<WriteRequest, "transcripts" | "once">,
  claims: readonly Claim[],
  { budget, signal }: { readonly budget: TokenBudget; readonly signal: AbortSignal },
): Promise<readonly Verdict[]> {
  const open = claims.filter((claim) => !isQuotation(claim, transcripts));
  const asked = open.slice(0, mostClaims);
  if (asked.length === 0) return claims.map(() => "yes");
  const ask = () =>
    model.ask(
      {
        step: "judge",
        system: renderPrompt("judge.system", {}),
        user: renderPrompt("judge.user", { CLAIMS: describeClaims(asked, transcripts) }),
        schema: JudgeAnswer,
        maxOutputTokens: frameTokens + asked.length * tokensPerAnswer,
        mostAnswers: 2,
        permit: budget.permit,
        spend: budget.spend,
      },
      signal,
    );
  const answer = await doWithout(() => once("judge", JudgeAnswer, ask), signal);
  const verdicts = new Map<number, Verdict>();
  // Two that differ are none.
  for (const [number, verdict] of (answer?.verdicts ?? []).flatMap(readVerdict))
    verdicts.set(number, (verdicts.get(number) ?? verdict) === verdict ? verdict : "not evaluated");
  return claims.map((claim) => {
    if (!open.includes(claim)) return "yes";
    return verdicts.get(asked.indexOf(claim) + 1) ?? "not evaluated";
  });
}

/** `3 yes`, `3: No.`, `3 = not said` */
function readVerdict(written: string): [number, Verdict][] {
  const [, number, said] = /^\W*(\d{1,3})\W+(yes|no|not[ _-]?said)\W*$/i.exec(written) ?? [];
  if (number === undefined || said === undefined) return [];
  const verdict = said.toLowerCase();
  return [[Number(number), verdict === "yes" || verdict === "no" ? verdict : "not said"]];
}

function isQuotation({ text, passages: [passage, ...more] }: Claim, transcripts: readonly Transcript[]) {
  return passage !== undefined && more.length === 0 && quotePassage(passage, transcripts)?.text === text;
}
