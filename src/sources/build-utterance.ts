import { cutLongSentences } from "./cut-long-sentences.ts";
import { splitSentences } from "./split-sentences.ts";
import type { Mark, Sentence, Utterance } from "./transcript.ts";

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
  /** In JSON, where the words stand in the source, in characters. */
  readonly characters?: { readonly first: number; readonly last: number };
};

/**
 * What a transcriber or a recogniser writes about the sound: `[laughs]`, `(inaudible)`, `♪`, `*sighs*`, a letter
 * that was lost. Nobody said it, so a sentence with it in it is not quoted.
 */
const notWords =
  /\[|\]|[♪♫\uFFFD]|<unk>|\(\s*(?:inaudible|unintelligible|indistinct|crosstalk|laugh|chuckl|applause|music|sigh|cough|pause|silence|speaking|foreign|ph\b|\?\?)|\*(?:laugh|sigh|chuckl|cough)\w{0,8}\*/iu;

type Placed = Piece & { readonly start: number; readonly end: number };

/** Joins pieces into an utterance, splits its sentences and gives each its lines; null when no word is left. */
export function buildUtterance(from: {
  readonly number: number;
  readonly speaker: string | null;
  readonly quotable: boolean;
  readonly mark?: Mark | null;
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
    endMs: last.endMs === null ? null : placed.reduce((latest, { endMs }) => Math.max(latest, endMs ?? 0), 0),
    firstLine: first.line,
    lastLine: last.line,
    text,
    sentences: locateSentences(text, placed),
    quotable: from.quotable && from.speaker !== null,
    ...(from.mark ? { mark: from.mark } : {}),
    ...(first.characters && last.characters
      ? { characters: { first: first.characters.first, last: last.characters.last } }
      : {}),
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
  return cutLongSentences(text, splitSentences(text), placed).map(({ start, end }, index) => {
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
        !notWords.test(slice),
    };
  });
}
