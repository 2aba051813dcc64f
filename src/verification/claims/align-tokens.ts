import type { Token } from "./read-tokens.ts";

/** For each token of a claim the place of its like in the source, or -1. */
export type Alignment = readonly number[];

/** More than this would be slow; a passage that long is compared by its first words. */
const maxTokens = 4000;

/** The longest common subsequence by stems: both texts keep their order. */
export function alignTokens(claim: readonly Token[], source: readonly Token[]): Alignment {
  const width = Math.min(source.length, maxTokens);
  const rows = Array.from({ length: claim.length + 1 }, () => new Uint16Array(width + 1));
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = claim.length - 1; row >= 0; row--)
    for (let column = width - 1; column >= 0; column--) {
      const same = claim[row]?.stem === source[column]?.stem;
      const best = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      (rows[row] as Uint16Array)[column] = best;
    }
  const alignment = new Array<number>(claim.length).fill(-1);
  for (let row = 0, column = 0; row < claim.length && column < width; )
    if (claim[row]?.stem === source[column]?.stem) alignment[row++] = column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  return alignment;
}

/**
 * Where the source says something else between the same words: the source's tokens that stand in the place of
 * the claim's tokens `from` to `to`. Null when the words around them are not the same.
 */
export function findReplaced(
  alignment: Alignment,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } | null {
  const before = from === 0 ? -1 : (alignment[from - 1] ?? -1);
  const after = to === alignment.length ? -1 : (alignment[to] ?? -1);
  if (before >= 0 && after >= 0) return after - before <= 8 ? { from: before + 1, to: after } : null;
  const isLast = to === alignment.length;
  if (before >= 0 && (alignment[from - 2] ?? -1) === before - 1 && isLast)
    return { from: before + 1, to: before + 1 + (to - from) };
  return after > 0 && from === 0 && (alignment[to + 1] ?? -1) === after + 1
    ? { from: Math.max(0, after - (to - from)), to: after }
    : null;
}
