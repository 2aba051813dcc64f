import { splitSentences } from "./split-sentences.ts";
import type { Sentence, Utterance } from "./transcript.ts";

/** A line or cue of an utterance before it is joined with the others. */
export type Piece = {
  readonly text: string;
  /** Offsets in `text` where something was taken out. */
  readonly breaks: readonly number[];
  readonly line: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly opensParagraph: boolean;
  readonly quotable: boolean;
};

type Placed = Piece & { readonly start: number; readonly end: number };

/** Joins pieces into an utterance, splits its sentences and gives each its lines; null when no word is left. */
export function buildUtterance(from: {
  readonly number: number;
  readonly speaker: string | null;
  readonly quotable: boolean;
  readonly pieces: readonly Piece[];
}): Utterance | null {
  const { text, placed } = join(from.pieces.filter((piece) => piece.text !== ""));
  const first = placed[0];
  const last = placed.at(-1);
  if (!first || !last || !/[\p{L}\p{N}]/u.test(text)) return null;
  return {
    number: from.number,
    speaker: from.speaker,
    startMs: first.startMs,
    endMs: last.endMs,
    firstLine: first.line,
    lastLine: last.line,
    text,
    sentences: locateSentences(text, placed),
    quotable: from.quotable && from.speaker !== null,
  };
}

function join(pieces: readonly Piece[]): { text: string; placed: Placed[] } {
  let text = "";
  const placed: Placed[] = [];
  for (const piece of pieces) {
    if (text !== "") text += piece.opensParagraph ? "\n\n" : " ";
    placed.push({ ...piece, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, placed };
}

function locateSentences(text: string, placed: readonly Placed[]): Sentence[] {
  const breaks = placed.flatMap((piece, index) => [
    ...(piece.opensParagraph && index > 0 ? [piece.start] : []),
    ...piece.breaks.map((offset) => piece.start + offset),
  ]);
  let next = 0;
  let firstPiece = 0;
  return splitSentences(text).map(({ start, end }, index) => {
    while ((breaks[next] ?? Number.POSITIVE_INFINITY) <= start) next++;
    while ((placed[firstPiece]?.end ?? Number.POSITIVE_INFINITY) <= start) firstPiece++;
    let lastPiece = firstPiece;
    while ((placed[lastPiece + 1]?.start ?? Number.POSITIVE_INFINITY) < end) lastPiece++;
    const own = placed.slice(firstPiece, lastPiece + 1);
    const slice = text.slice(start, end);
    return {
      number: index + 1,
      text: slice,
      firstLine: own[0]?.line ?? 1,
      lastLine: own.at(-1)?.line ?? 1,
      startMs: own[0]?.startMs ?? null,
      paragraph: next + 1,
      quotable:
        own.every((piece) => piece.quotable) &&
        (breaks[next] ?? Number.POSITIVE_INFINITY) >= end &&
        !/\[|\]|\(\s*(?:inaudible|unintelligible|crosstalk)/iu.test(slice),
    };
  });
}
