import type { Passage } from "../../sources/passage.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { judgeEach } from "../check-quotes.ts";
import { nearestSpeakers } from "../claims/nearest-speakers.ts";
import type { Quotation } from "../find-quotations.ts";
import { indexSpeech } from "./index-speech.ts";
import { findOriginal, locateQuotation, type Original } from "./locate-quotation.ts";

/**
 * What a quotation of a post is: `kept` word for word; `changed` from what was said, or in no source at all
 * (`unfound`); said by somebody else, or not to be quoted (`wrong`); too short or without a speaker, so that it
 * cannot be shown (`unproven`); brought along by a person (`own`, see `mark-own.ts`).
 */
export type CheckedQuotation = {
  readonly quotation: Quotation;
  readonly state: "kept" | "changed" | "unfound" | "wrong" | "unproven" | "own";
  /** What is wrong and what to do; null when it is kept. */
  readonly message: string | null;
  /** Where it stands in the sources. */
  readonly passages: readonly Passage[];
  /** What was really said, when that is plain. */
  readonly original: Original | null;
};

/** Looking for what was really said takes its time; for more than these it is not looked for. */
const mostOriginals = 50;

const states: Readonly<Record<string, CheckedQuotation["state"]>> = {
  "quotation-not-found": "unfound",
  "quotation-misattributed": "wrong",
  "quotation-not-quotable": "wrong",
  "quotation-not-verbatim": "unproven",
};

/**
 * Finds every quotation again in the sources, and in nothing else: not in our own text, which is where a changed one
 * would be found. A few words between quotation marks that are nobody's are a term, and left alone.
 */
export function checkQuotations(
  quotations: readonly Quotation[],
  transcripts: readonly Transcript[],
): CheckedQuotation[] {
  const speeches = indexSpeech(transcripts);
  const labels = transcripts.flatMap(({ speakers }) => speakers);
  const findings = judgeEach(quotations, transcripts);
  let looked = 0;
  return quotations.flatMap((quotation, index): CheckedQuotation[] => {
    const finding = findings[index] ?? null;
    const message = finding?.message ?? null;
    if (finding === null)
      return [
        {
          quotation,
          state: "kept",
          message,
          passages: locateQuotation(quotation.text, speeches),
          original: null,
        },
      ];
    if (finding.rule === "quotation-too-short" && isTerm(quotation, labels)) return [];
    const state = states[finding.rule] ?? "unproven";
    if (state === "unfound") looked += 1;
    const mayLook = state === "unfound" && looked <= mostOriginals;
    const original = mayLook ? findOriginal(quotation.text, speeches) : null;
    return [{ quotation, state: original ? "changed" : state, message, passages: [], original }];
  });
}

/** Words in quotation marks beside which nobody is named. */
function isTerm(quotation: Quotation, labels: readonly string[]): boolean {
  return quotation.form === "inline" && nearestSpeakers(quotation, labels).length === 0;
}
