import { type Posting, type UnitIndex, weighTerm } from "./index-units.ts";
import { listRelated } from "./related-words.ts";
import type { Spreader } from "./spread-scores.ts";

/** Terms by what they count. */
type WeighedTerms = Iterable<readonly [string, number]>;

/** What a question's terms make of each unit. */
export type TermMeasures = {
  /**
   * How much of the terms comes together around each unit: each term fades with distance and is worth half its weight
   * where about `half` uses of it lie near, so that several terms count more than one often used.
   */
  readonly cover: (terms: WeighedTerms, reach: number, half?: number) => Float64Array;
  /** The same with each term joined by those that may stand for it, at half their worth. */
  readonly coverRelated: (terms: WeighedTerms, reach: number) => Float64Array;
  /** Okapi BM25 of each unit by itself (Robertson & Zaragoza 2009). */
  readonly score: (terms: WeighedTerms) => Float64Array;
  /** Where two terms stand within a few words of each other. */
  readonly meet: (pairs: readonly (readonly [string, string])[]) => Float64Array;
};

const saturation = 1.2;
const lengthWeight = 0.4;
const relatedWorth = 0.5;
const relatedHalf = 1.5;
const besideEachOther = 15;

export function createTermMeasures(index: UnitIndex, { spread }: Spreader): TermMeasures {
  const spreads = new Map<string, Float64Array>();
  const spreadTerm = (term: string, posting: Posting, reach: number) => {
    const known = spreads.get(`${term} ${reach}`);
    if (known) return known;
    const made = spread(fill(index, posting), reach);
    spreads.set(`${term} ${reach}`, made);
    return made;
  };
  const zeros = () => new Float64Array(index.units.length);
  return {
    cover(terms, reach, half = 1) {
      const sum = zeros();
      for (const [term, weight] of terms) {
        const posting = index.postings.get(term);
        if (!posting) continue;
        addSaturated(sum, spreadTerm(term, posting, reach), weight * weighTerm(index, term), half);
      }
      return sum;
    },
    coverRelated(terms, reach) {
      const sum = zeros();
      for (const [term, weight] of terms) {
        const { values, holding } = joinRelated(index, term);
        if (holding === 0) continue;
        const telling = Math.log(1 + (index.units.length - holding + 0.5) / (holding + 0.5));
        addSaturated(sum, spread(values, reach), weight * telling, relatedHalf);
      }
      return sum;
    },
    score(terms) {
      const sum = zeros();
      for (const [term, weight] of terms) addScore(sum, index, term, weight);
      return sum;
    },
    meet(pairs) {
      const sum = zeros();
      for (const [a, b] of pairs) {
        const [first, second] = [index.postings.get(a), index.postings.get(b)];
        if (!first || !second) continue;
        const [x, y] = [spreadTerm(a, first, besideEachOther), spreadTerm(b, second, besideEachOther)];
        const worth = weighTerm(index, a) + weighTerm(index, b);
        for (let at = 0; at < sum.length; at += 1)
          sum[at] = (sum[at] ?? 0) + worth * Math.min(x[at] ?? 0, y[at] ?? 0, 1.5);
      }
      return sum;
    },
  };
}

/** A term said twice in a unit counts more than once, said ten times hardly more than five. */
function fill(index: UnitIndex, { units, counts }: Posting): Float64Array {
  const values = new Float64Array(index.units.length);
  for (const [at, unit] of units.entries()) {
    const count = counts[at] ?? 0;
    values[unit] = (count * (saturation + 1)) / (count + saturation);
  }
  return values;
}

function addSaturated(sum: Float64Array, near: Float64Array, worth: number, half: number): void {
  for (let at = 0; at < sum.length; at += 1) {
    const value = near[at] ?? 0;
    sum[at] = (sum[at] ?? 0) + (worth * value) / (value + half);
  }
}

function addScore(sum: Float64Array, index: UnitIndex, term: string, weight: number): void {
  const { units, counts } = index.postings.get(term) ?? { units: [], counts: [] };
  const worth = weight * weighTerm(index, term) * (saturation + 1);
  for (const [at, unit] of units.entries()) {
    const count = counts[at] ?? 0;
    const norm = 1 - lengthWeight + (lengthWeight * (index.lengths[unit] ?? 0)) / index.averageLength;
    sum[unit] = (sum[unit] ?? 0) + (worth * count) / (count + saturation * norm);
  }
}

function joinRelated(index: UnitIndex, term: string): { values: Float64Array; holding: number } {
  const values = new Float64Array(index.units.length);
  for (const other of listRelated(term))
    for (const unit of index.postings.get(other)?.units ?? []) values[unit] = relatedWorth;
  for (const unit of index.postings.get(term)?.units ?? []) values[unit] = 1;
  return { values, holding: values.reduce((sum, value) => sum + value, 0) };
}
