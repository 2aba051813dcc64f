import type { Passage } from "../../sources/passage.ts";
import { deniesAlike, findRun, measureLikeness } from "./compare-words.ts";
import { saysAlike } from "./says-alike.ts";

/** A sentence, or a claim of several, whose passages are known. */
export type Known = {
  readonly words: readonly string[];
  readonly passages: readonly Passage[];
  readonly isOwn: boolean;
  /** What it was made from, where a person made it from something else. */
  readonly was?: readonly Passage[] | undefined;
};

/** From here on a sentence is the same one with a small edit: one word of four may be another. */
const leastLike = 0.75;

/** Fewer words than this say the same by chance. */
const minWords = 4;

/**
 * The known sentences that this one is or was made of: the same words; else one that it is a part of, or those that
 * it holds almost alone; else the one that it is most like and may still say. None: it is new.
 */
export function matchSentence(words: readonly string[], known: readonly Known[]): readonly Known[] {
  const same = findSame(words, known);
  if (same.length > 0 || words.length < minWords) return same;
  const whole = known.filter((one) => findRun(one.words, words) >= 0 && deniesAlike(one.words, words));
  if (whole.length > 0) return whole.slice(0, 1);
  const parts = findParts(words, known);
  if (parts.length > 0) return parts;
  const best = findLike(
    words,
    known.filter((one) => canBeLike(one.words, words) && saysAlike(words, one.words)),
  );
  return best ? [best] : [];
}

/** The known sentence that this one is most like, whatever both count and deny; undefined where it is like none. */
export function findLike(words: readonly string[], known: readonly Known[]): Known | undefined {
  if (words.length < minWords) return undefined;
  return known
    .filter((one) => one.words.length >= minWords && canBeLike(one.words, words))
    .map((one) => ({ one, likeness: measureLikeness(one.words, words) }))
    .filter(({ likeness }) => likeness >= leastLike)
    .sort((a, b) => b.likeness - a.likeness)[0]?.one;
}

/** The known sentences that this one consists of as it is: itself, or several that were set one after the other. */
export function matchExactly<K extends Known>(words: readonly string[], known: readonly K[]): readonly K[] {
  const same = findSame(words, known);
  return same.length > 0 ? same : findParts(words, known);
}

function findSame<K extends Known>(words: readonly string[], known: readonly K[]): readonly K[] {
  return known.filter((one) => one.words.join(" ") === words.join(" "));
}

function findParts<K extends Known>(words: readonly string[], known: readonly K[]): readonly K[] {
  const parts = known.filter((one) => one.words.length >= minWords && findRun(words, one.words) >= 0);
  const covered = parts.reduce((sum, one) => sum + one.words.length, 0);
  const together = parts.flatMap((one) => one.words);
  return covered >= leastLike * words.length && saysAlike(words, together) ? parts : [];
}

/** Comparing costs as much as both are long, and a sentence of a whole book is like none of another length. */
function canBeLike({ length: one }: readonly string[], { length: other }: readonly string[]): boolean {
  return 2 * Math.min(one, other) >= leastLike * (one + other);
}

/** Passages without those that are named twice. */
export function uniquePassages(passages: readonly Passage[]): Passage[] {
  return [...new Map(passages.map((passage) => [JSON.stringify(passage), passage])).values()];
}
