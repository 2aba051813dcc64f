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
      return instead.length > 0 && instead.length <= 4 && instead.every(isName) && !isSpelled(token, instead);
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

/** As a word, as the beginning of a longer or shorter form, or spelled otherwise. */
function occurs(token: Token, said: readonly Token[]): boolean {
  const { word, stem } = token;
  const root = word.slice(0, Math.max(4, word.length - 3));
  const isAlike = (other: Token) =>
    other.word === word ||
    other.stem === stem ||
    (word.length >= 5 && other.word.length >= 4 && other.word.startsWith(root));
  return said.some(isAlike) || isSpelled(token, said);
}

/** Joined from two words, their initials, or letter by letter, in the plural too: "TVs" for "T V". */
function isSpelled({ word, stem }: Token, said: readonly Token[]): boolean {
  if (word.length < 2) return false;
  return said.some((other, at) => {
    if (other.word + (said[at + 1]?.word ?? "") === word) return true;
    const words = said.slice(at, at + word.length).map((one) => one.word);
    if (word.length <= 5 && words.map(([first]) => first).join("") === word) return true;
    return stem.length >= 2 && words.slice(0, stem.length).join(" ") === [...stem].join(" ");
  });
}
