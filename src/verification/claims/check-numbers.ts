import { findReplaced } from "./align-tokens.ts";
import type { Evidence } from "./cite-evidence.ts";
import type { Closest } from "./find-closest.ts";
import { findMentions } from "./name-speakers.ts";
import { agrees, type Quantity, readNumbers } from "./read-numbers.ts";
import type { Token } from "./read-tokens.ts";

/** A place of a claim that its passages do not bear out: the token, and which of its kind it is, from 1. */
export type Doubt = { readonly at: number; readonly nth: number };

/**
 * The numbers of a claim that stand neither in the cited passages nor around them, or in whose place the passage
 * has another number. Spelled and written numbers are the same, as are 50 % and a half; rounding is allowed.
 */
export function checkNumbers(
  claim: readonly Token[],
  { around, speakers }: Evidence,
  closest: readonly Closest[],
): Doubt[] {
  const near = around.flatMap(({ tokens }) => readNumbers(tokens));
  const aligned = closest.map(({ tokens, alignment }) => ({ alignment, numbers: readNumbers(tokens) }));
  // The number of "Speaker 1" counts nothing.
  const labels = findMentions(claim, speakers);
  const numbers = readNumbers(claim).filter(
    (number) => !labels.some(({ from, to }) => number.from < to && number.to > from),
  );
  return numbers.flatMap((claimed, index) => {
    const isReplaced = aligned.some(({ alignment, numbers }) => {
      const place = findReplaced(alignment, claimed);
      const instead = place && numbers.filter(({ from, to }) => from < place.to && to > place.from);
      return instead !== null && instead.length > 0 && !instead.some((said) => agrees(claimed, said));
    });
    const isMissing = !isOrdinary(claimed) && !near.some((said) => agrees(claimed, said));
    return isReplaced || isMissing ? [{ at: claimed.from, nth: index + 1 }] : [];
  });
}

/** "First of all", "a second look", "half": said of many things without counting. */
function isOrdinary({ value, isOrdinal, unit }: Quantity): boolean {
  return unit === null && ((isOrdinal && value <= 3) || value === 0.5 || value === 0);
}
