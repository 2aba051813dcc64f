import { foldWords } from "../../sources/fold-words.ts";
import { splitSentences } from "../../sources/split-sentences.ts";
import type { CheckedQuotation } from "./check-quotations.ts";
import { findRun } from "./compare-words.ts";
import type { LedgerEntry } from "./ledger.ts";
import { uniquePassages } from "./match-sentence.ts";
import type { PostSentence } from "./split-post.ts";

/** Sentences that hold a quotation word for word rest on its place, whoever wrote them. */
export function groundQuotations(
  sentences: readonly PostSentence[],
  entries: readonly LedgerEntry[],
  quotations: readonly CheckedQuotation[],
): LedgerEntry[] {
  const kept = quotations.filter(({ passages }) => passages.length > 0);
  return entries.map((entry, at) => {
    const sentence = sentences[at];
    if (!sentence || entry.passages.length > 0) return entry;
    const own = kept.filter((one) => standsIn(one, sentence));
    return { ...entry, passages: uniquePassages(own.flatMap(({ passages }) => passages)) };
  });
}

/** Whether a sentence is one of those that are not as they were said; the others of a changed quotation may be. */
export function isBrokenBy(one: CheckedQuotation, sentence: PostSentence): boolean {
  if (one.state === "kept" || one.state === "own" || !standsIn(one, sentence)) return false;
  if (one.original === null) return true;
  const said = foldWords(one.original.text);
  const quoted = splitSentences(one.quotation.text).map(({ start, end }) =>
    foldWords(one.quotation.text.slice(start, end)),
  );
  // Where every sentence is as it was said, some were left out, or put in another order.
  const isWhole = quoted.every((words) => findRun(said, words) >= 0);
  return isWhole || one.quotation.form === "inline" || findRun(said, sentence.words) < 0;
}

/** Whether a quotation stands in a sentence: in its lines, and one holds the other's words, or the first or last of them. */
export function standsIn(
  { quotation }: Pick<CheckedQuotation, "quotation">,
  { firstLine, lastLine, words, isQuoted }: PostSentence,
): boolean {
  // A post of thousands of both asks this millions of times: what costs nothing goes first.
  if (quotation.line > lastLine || isQuoted !== (quotation.form === "block")) return false;
  if (quotation.line < firstLine && quotation.line + quotation.text.split("\n").length - 1 < firstLine)
    return false;
  const quoted = foldWords(quotation.text);
  const ends = [quoted.slice(0, 4), quoted.slice(-4)];
  return ends.some((part) => findRun(words, part) >= 0) || findRun(quoted, words) >= 0;
}
