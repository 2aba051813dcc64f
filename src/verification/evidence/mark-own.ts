import type { Transcript } from "../../sources/transcript.ts";
import { findMentions } from "../claims/name-speakers.ts";
import { readTokens } from "../claims/read-tokens.ts";
import type { CheckedQuotation } from "./check-quotations.ts";
import { standsIn } from "./ground-quotations.ts";
import { indexSpeech } from "./index-speech.ts";
import type { LedgerEntry } from "./ledger.ts";
import { isLikeSpeech } from "./locate-quotation.ts";
import type { PostSentence } from "./split-post.ts";

/** Somebody spoke who was named before, and who that is nobody can tell. */
const pronoun = /\b(?:he|she|they|(?:the|our|my) (?:speakers?|guests?|hosts?|interviewees?))\b/i;

/** How far from a quotation the word stands that says who speaks, in characters. */
const reach = 60;

/**
 * Marks quotations that a person brought along, such as one from a book: in sentences that are all the author's own,
 * like nothing that was said, with no speaker of the sources beside them, by name or by pronoun. What the draft quoted,
 * and what a person made of a quotation or of a sentence of the draft, is left as it is.
 */
export function markOwn(
  quotations: readonly CheckedQuotation[],
  {
    sentences,
    entries,
    transcripts,
  }: {
    readonly sentences: readonly PostSentence[];
    readonly entries: readonly LedgerEntry[];
    readonly transcripts: readonly Transcript[];
  },
): CheckedQuotation[] {
  const labels = transcripts.flatMap(({ speakers }) => speakers);
  const candidates = quotations.filter(
    (one) =>
      one.state === "unfound" &&
      isWrittenByHand(one, sentences, entries) &&
      !isSpoken(one, sentences, labels),
  );
  const speeches = candidates.length > 0 ? indexSpeech(transcripts) : [];
  return quotations.map((one) => {
    if (!candidates.includes(one) || isLikeSpeech(one.quotation.text, speeches)) return one;
    const message = `The quotation in line ${one.quotation.line} is in no source, and in a sentence that the draft did not have: nobody can check it but you.`;
    return { ...one, state: "own", message };
  });
}

/** Sentences that were edited by hand are made of the draft's, and so is what stands in them. */
function isWrittenByHand(
  one: CheckedQuotation,
  sentences: readonly PostSentence[],
  entries: readonly LedgerEntry[],
): boolean {
  const own = sentences.flatMap((sentence, at) => (standsIn(one, sentence) ? [entries[at]] : []));
  return (
    own.length > 0 &&
    own.every((entry) => entry?.isOwn === true && entry.passages.length === 0 && entry.was === undefined)
  );
}

/**
 * Whether somebody of the sources is named for it: in its paragraph, below it, or before a block with no name below it.
 * A pronoun beside it may be one of them.
 */
function isSpoken(
  { quotation: { form, line, attribution, before, after } }: CheckedQuotation,
  sentences: readonly PostSentence[],
  labels: readonly string[],
): boolean {
  const isBare = form === "block" && attribution === null;
  const above = isBare ? (sentences.findLast(({ lastLine }) => lastLine < line)?.text ?? "") : before;
  const isNamed = [above, after, attribution ?? ""].some(
    (text) => findMentions(readTokens(text), labels).length > 0,
  );
  return isNamed || pronoun.test(above.slice(-reach)) || pronoun.test(after.slice(0, reach));
}
