import { isDictionaryWord } from "./lexicon.ts";
import { isOrdinaryWord } from "./small-words.ts";

/** A word of a text with what its looks say. Offsets are UTF-16 units. */
export type Word = {
  readonly start: number;
  /** Where the word ends, a possessive `'s` left out. */
  readonly end: number;
  /** Lower-cased, with straight apostrophes, without a possessive `'s`. */
  readonly base: string;
  /** It has a capital, at its beginning or inside (`iPhone`). */
  readonly isCapital: boolean;
  readonly opensSentence: boolean;
  /** Nothing but a space, or the point of an initial or a title, stands between the word before and this one. */
  readonly isAdjacent: boolean;
  /** Broken off by its speaker (`th-`). */
  readonly isBroken: boolean;
  /** A dictionary has it. */
  readonly isOrdinary: boolean;
};

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_]|['’&.-](?=[\p{L}\p{N}]))*/gu;
const opening = /[\s"“”‘(*_[\]>–—-]+$/u;
/** A point behind one of these ends no sentence. */
const abbreviated =
  /(?:^|[^\p{L}])(?:mr|mrs|ms|mx|dr|prof|st|jr|sr|gen|col|capt|lt|sgt|rev|hon|sen|rep|gov|pres|\p{L})\.$/iu;

/** The words of a text in their order; numbers are left out. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  const known = new Map<string, boolean>();
  let before = 0;
  for (const match of text.matchAll(wordPattern)) {
    const written = match[0];
    if (!/\p{L}/u.test(written)) continue;
    const end = match.index + written.length;
    const plain = written.replace(/['’]s$/iu, "");
    const base = plain.toLowerCase().replaceAll("’", "'");
    const isOrdinary = known.get(base) ?? isOrdinaryWord(base, isDictionaryWord);
    known.set(base, isOrdinary);
    const gap = text.slice(before, match.index);
    const opensSentence =
      words.length === 0 || opens(gap, text.slice(Math.max(0, match.index - 12), match.index));
    words.push({
      start: match.index,
      end: match.index + plain.length,
      base,
      isCapital: /\p{Lu}/u.test(plain),
      opensSentence,
      isAdjacent: /^ {1,2}$/.test(gap) || (gap === ". " && !opensSentence),
      isBroken: /^[-–—](?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)),
      isOrdinary,
    });
    before = end;
  }
  return words;
}

function opens(gap: string, before: string): boolean {
  if (gap.includes("\n")) return true;
  const bare = gap.slice(-40).replace(opening, "");
  if (!/[.!?:…]$/u.test(bare)) return false;
  return bare !== "." || !abbreviated.test(before.replace(opening, ""));
}
