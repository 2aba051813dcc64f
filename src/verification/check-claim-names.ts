import { findReplaced } from "./align-tokens.ts";
import { dateOf } from "./check-dates.ts";
import type { Doubt } from "./check-numbers.ts";
import type { Evidence, Line } from "./cite-evidence.ts";
import type { Closest } from "./find-closest.ts";
import { readTokens, type Token } from "./read-tokens.ts";

/**
 * The names of a claim that occur neither in the cited passages nor around them nor in `known`, or in whose place
 * the passage has another name. Names are capitalised words inside a sentence; the speakers' own names count as
 * said where they speak.
 */
export function checkClaimNames(
  claim: readonly Token[],
  { around, speakers }: Evidence,
  closest: readonly Closest[],
  known: readonly Token[] = [],
): Doubt[] {
  const said = [...around.flatMap(wordsOf), ...known];
  const labels = new Set(speakers.flatMap((label) => readTokens(label).map(({ word }) => word)));
  const names = claim.flatMap((token, at) => (isName(token) ? [{ token, at }] : []));
  return names.flatMap(({ token, at }, index) => {
    const isReplaced = closest.some(({ tokens, alignment }) => {
      const place = alignment[at] === -1 ? findReplaced(alignment, runAround(claim, at)) : null;
      const instead = place ? tokens.slice(place.from, place.to) : [];
      return instead.length > 0 && instead.length <= 4 && instead.every(isName);
    });
    const isMissing = !labels.has(token.word) && !occurs(token, said);
    return isReplaced || isMissing ? [{ at, nth: index + 1 }] : [];
  });
}

function isName(token: Token): boolean {
  return token.isName && dateOf(token, true) === null && /^\p{L}/u.test(token.word);
}

/** A name of several words is replaced as a whole. */
function runAround(claim: readonly Token[], at: number): { from: number; to: number } {
  let from = at;
  let to = at + 1;
  while (claim[from - 1]?.isName) from--;
  while (claim[to]?.isName) to++;
  return { from, to };
}

function wordsOf({ speaker, tokens }: Line): readonly Token[] {
  return speaker === null ? tokens : [...tokens, ...readTokens(speaker)];
}

/** As a word, as the beginning of a longer or shorter form, joined from two words, or as their initials. */
function occurs({ word, stem }: Token, said: readonly Token[]): boolean {
  const root = word.slice(0, Math.max(4, word.length - 3));
  return said.some((other, at) => {
    if (other.word === word || other.stem === stem) return true;
    if (word.length >= 5 && other.word.length >= 4 && other.word.startsWith(root)) return true;
    const next = said[at + 1]?.word ?? "";
    if (other.word + next === word || (word.startsWith(other.word) && word === other.word + next))
      return true;
    return word.length <= 5 && word.length >= 2 && initials(said, at, word.length) === word;
  });
}

function initials(said: readonly Token[], at: number, length: number): string {
  return said
    .slice(at, at + length)
    .map(({ word }) => word[0])
    .join("");
}
