import type { Span } from "./split-sentences.ts";

/** Longer than people speak without a stop: the text has no marks, as captions made by a machine often have none. */
const maxCharacters = 600;
/** Where a cut is looked for: this much is kept together at least. */
const leastCharacters = 200;

/** A piece of an utterance: where it lies in the text, and when it was said. */
type Piece = {
  readonly start: number;
  readonly end: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
};

/**
 * Sentences that are too long to be one are cut where the source itself is in pieces, best at a silence;
 * inside a single piece, at a space. Without this an hour of talk without marks would be one sentence.
 */
export function cutLongSentences(text: string, spans: readonly Span[], pieces: readonly Piece[]): Span[] {
  let at = 0;
  return spans.flatMap((span) => {
    if (span.end - span.start <= maxCharacters) return [span];
    while (at < pieces.length && (pieces[at]?.end ?? 0) <= span.start) at += 1;
    const cuts: Span[] = [];
    let start = span.start;
    while (span.end - start > maxCharacters) {
      const cut = findCut(text, start, pieces, at);
      cuts.push({ start, end: text.slice(start, cut).trimEnd().length + start });
      start = cut;
      while (/\s/.test(text[start] ?? "") && start < span.end) start += 1;
      while (at < pieces.length && (pieces[at]?.end ?? 0) <= start) at += 1;
    }
    return start < span.end ? [...cuts, { start, end: span.end }] : cuts;
  });
}

function findCut(text: string, start: number, pieces: readonly Piece[], first: number): number {
  let best: { readonly cut: number; readonly pauseMs: number } | null = null;
  for (let at = first + 1; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.start - start > maxCharacters) break;
    if (piece.start - start < leastCharacters) continue;
    const pauseMs = (piece.startMs ?? 0) - (pieces[at - 1]?.endMs ?? piece.startMs ?? 0);
    if (!best || pauseMs > best.pauseMs) best = { cut: piece.start, pauseMs };
  }
  if (best) return best.cut;
  const space = text.slice(start, start + maxCharacters).lastIndexOf(" ");
  return space > leastCharacters ? start + space : start + maxCharacters;
}
