import type { Brief } from "../sources/brief.ts";
import type { Point } from "../sources/choose-moments.ts";
import { listTerms } from "../sources/ranking/read-words.ts";
import { splitSentences } from "../sources/split-sentences.ts";
import { dropReferences } from "./describe-brief.ts";

/** Each costs a pass over the sources. */
const mostPoints = 16;
const maxNotesCharacters = 4000;
/** "And so on" asks for nothing that was said. */
const fewestTerms = 2;

/** What opens an item of a list or a heading. */
const opening = /^\s*(?:(?:[-*+•]|\d{1,3}[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?/;
const setting = /^\**(?:angle|hook)\**\s*:/i;

type Noted = { readonly source: { readonly id: string; readonly note: string | null } };

/**
 * The single things that the brief asks for: each line and each sentence of the notes that says what, and what the asker
 * noted on a source, of that source. Lines that are settings, and references, ask for nothing; angle and hook speak of
 * the whole.
 */
export function listPoints(brief: Pick<Brief, "notes">, transcripts: readonly Noted[]): Point[] {
  const noted = dropReferences(brief.notes.slice(0, maxNotesCharacters))
    .split("\n")
    .map((line) => line.replace(opening, ""))
    .filter((line) => !setting.test(line))
    .flatMap((line) =>
      splitSentences(line).map(({ start, end }): Point => ({ text: line.slice(start, end) })),
    );
  const ofSources = transcripts.flatMap(({ source: { id, note } }): Point[] =>
    note === null ? [] : [{ text: note, source: id }],
  );
  return [...ofSources, ...noted]
    .filter(({ text }) => new Set(listTerms(text)).size >= fewestTerms)
    .slice(0, mostPoints);
}
