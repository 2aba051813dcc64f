import { type UnitIndex, weighTerm } from "./index-units.ts";
import { listTerms } from "./read-words.ts";

type Bounds = {
  /** Terms of the question: they are known already. */
  readonly known: { has(term: string): boolean };
  readonly mostTerms: number;
  /** How many words of the best units are looked at. */
  readonly mostWords: number;
};

/** A term in more units than this share of them is everywhere. */
const everywhere = 0.15;

/**
 * The terms that the best units share and the rest does not: pseudo-relevance feedback after Lavrenko & Croft (2001).
 * The first counts 1, the others less.
 */
export function findFeedback(
  index: UnitIndex,
  relevance: Float64Array,
  { known, mostTerms, mostWords }: Bounds,
): [string, number][] {
  const sums = new Map<string, { sum: number; units: number }>();
  for (const unit of listBest(index, relevance, mostWords))
    for (const term of new Set(listTerms(index.units[unit]?.text ?? ""))) {
      if (known.has(term)) continue;
      const entry = sums.get(term) ?? { sum: 0, units: 0 };
      entry.sum += relevance[unit] ?? 0;
      entry.units += 1;
      sums.set(term, entry);
    }
  const holding = (term: string) => index.postings.get(term)?.units.length ?? 0;
  const ranked = [...sums]
    .filter(([term, { units }]) => units >= 2 && holding(term) < index.units.length * everywhere)
    .map(([term, { sum }]): [string, number] => [
      term,
      (sum * sum * weighTerm(index, term)) / (holding(term) + 2),
    ])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostTerms);
  const most = ranked[0]?.[1] || 1;
  return ranked.map(([term, value]) => [term, Math.sqrt(value / most)]);
}

function listBest(index: UnitIndex, relevance: Float64Array, mostWords: number): number[] {
  const order: number[] = [];
  for (let unit = 0; unit < relevance.length; unit += 1) if ((relevance[unit] ?? 0) > 0) order.push(unit);
  order.sort((a, b) => (relevance[b] ?? 0) - (relevance[a] ?? 0) || a - b);
  let words = 0;
  const end = order.findIndex((unit) => {
    const isEnough = words > mostWords;
    words += index.words[unit] ?? 0;
    return isEnough;
  });
  return end < 0 ? order : order.slice(0, end);
}
