import type { UnitIndex } from "./index-units.ts";

const shortest = 4;
const leastLikeness = 0.55;
const mostMatches = 3;
/** Letters by which two spellings of one word differ in length at most. */
const mostDifference = 4;

/**
 * The question with the terms that the sources never use joined by those spelt most like them, so that "Glamsterdam"
 * finds "Glamorsterdam": likeness is Dice's coefficient over pairs of letters.
 */
export function matchLoosely(
  terms: ReadonlyMap<string, number>,
  { postings }: UnitIndex,
): ReadonlyMap<string, number> {
  const unknown = [...terms.keys()].filter(
    (term) => !postings.has(term) && term.length >= shortest && !/^\p{N}+$/u.test(term),
  );
  if (unknown.length === 0) return terms;
  const joined = new Map(terms);
  for (const term of unknown) {
    const wanted = pairsOf(term);
    const near = [...postings.keys()]
      .filter((other) => other.length >= shortest && Math.abs(other.length - term.length) <= mostDifference)
      .map((other) => ({ other, likeness: compare(wanted, other) }))
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || (a.other < b.other ? -1 : 1));
    for (const { other, likeness } of near.slice(0, mostMatches))
      joined.set(other, Math.max(joined.get(other) ?? 0, likeness * (terms.get(term) ?? 0)));
  }
  return joined;
}

function pairsOf(word: string): Map<string, number> {
  const marked = `^${word}$`;
  const pairs = new Map<string, number>();
  for (let at = 1; at < marked.length; at += 1) {
    const pair = marked.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function compare(wanted: ReadonlyMap<string, number>, other: string): number {
  const size = [...wanted.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [pair, count] of pairsOf(other)) shared += Math.min(count, wanted.get(pair) ?? 0);
  return (2 * shared) / (size + other.length + 1);
}
