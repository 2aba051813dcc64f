import { type Alignment, alignTokens } from "./align-tokens.ts";
import type { Line } from "./cite-evidence.ts";
import type { Token } from "./read-tokens.ts";

/** A cited line beside the claim. */
export type Closest = { readonly tokens: readonly Token[]; readonly alignment: Alignment };

/** A line that shares this much of what the best line shares speaks of the same. */
const closeEnough = 0.9;

/** The cited lines that a claim is made from, by the words that both have in the same order. */
export function findClosest(claim: readonly Token[], cited: readonly Line[]): Closest[] {
  const lines = cited.map(({ tokens }) => {
    const alignment = alignTokens(claim, tokens);
    return { tokens, alignment, shared: weigh(claim, alignment) };
  });
  const best = Math.max(0, ...lines.map(({ shared }) => shared));
  return lines.filter(({ shared }) => shared > 0 && shared >= closeEnough * best);
}

/** Words that carry a subject count for three of those that do not. */
function weigh(claim: readonly Token[], alignment: Alignment): number {
  return claim.reduce(
    (sum, { isContent }, at) => sum + ((alignment[at] ?? -1) < 0 ? 0 : isContent ? 3 : 1),
    0,
  );
}
