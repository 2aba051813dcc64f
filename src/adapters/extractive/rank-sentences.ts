import type { Query } from "./build-query.ts";
import type { SentenceIndex, Unit } from "./index-sentences.ts";

const k1 = 1.2;
const b = 0.4;
/** How far, in sentences, a sentence lends its relevance to its neighbours. */
const reach = 8;
const spread = 3.5;

/** How much each sentence bears on the query, from 0 to 1, in the order of the index. */
type Relevance = readonly number[];

export type Ranking = {
  readonly relevance: Relevance;
  /** The query with the terms that the best stretches share. */
  readonly expanded: Query;
  /** True for sentences that use the query's words themselves. */
  readonly touches: readonly boolean[];
};

/**
 * Okapi BM25 (Robertson & Zaragoza 2009) for each sentence, smoothed over its neighbours, because what
 * answers a question is a stretch of talk; then once more with the terms that the best stretches share
 * (pseudo-relevance feedback after Lavrenko & Croft 2001).
 */
export function rankSentences(index: SentenceIndex, query: Query): Ranking {
  const usable = new Map([...query].filter(([term]) => index.has(term)));
  const base = usable.size > 0 ? usable : centralTerms(index);
  const first = combine(index, score(index, base));
  const expanded = new Map(base);
  for (const [term, weight] of feedbackTerms(index, first, base)) expanded.set(term, weight);
  const touches = index.units.map((unit) => {
    const weight = [...unit.terms.keys()].reduce((sum, term) => sum + (expanded.get(term) ?? 0), 0);
    return weight >= 0.3;
  });
  return { relevance: combine(index, score(index, expanded)), expanded, touches };
}

function score(index: SentenceIndex, query: Query): number[] {
  return index.units.map((unit) => {
    let sum = 0;
    for (const [term, weight] of query) {
      const count = unit.terms.get(term);
      if (count === undefined) continue;
      const norm = k1 * (1 - b + (b * unit.length) / index.averageLength);
      sum += weight * index.weigh(term) * ((count * (k1 + 1)) / (count + norm));
    }
    return sum;
  });
}

/** A sentence's own score and that of the talk around it, both against the best there is. */
function combine(index: SentenceIndex, own: readonly number[]): number[] {
  const around = index.units.map((unit) => smooth(index.units, own, unit));
  const bestOwn = Math.max(...own, 1e-9);
  const bestAround = Math.max(...around, 1e-9);
  return own.map((value, at) => 0.4 * (value / bestOwn) + 0.6 * ((around[at] ?? 0) / bestAround));
}

function smooth(units: readonly Unit[], own: readonly number[], unit: Unit): number {
  let sum = 0;
  for (let distance = -reach; distance <= reach; distance++) {
    const neighbour = units[unit.index + distance];
    if (neighbour?.transcript !== unit.transcript) continue;
    sum += (own[unit.index + distance] ?? 0) * Math.exp(-(distance ** 2) / (2 * spread ** 2));
  }
  return sum;
}

function feedbackTerms(index: SentenceIndex, relevance: Relevance, query: Query): [string, number][] {
  const best = [...index.units]
    .sort((x, y) => (relevance[y.index] ?? 0) - (relevance[x.index] ?? 0) || x.index - y.index)
    .slice(0, 25);
  const found = new Map<string, { weight: number; sentences: number }>();
  for (const unit of best)
    for (const term of unit.terms.keys()) {
      if (query.has(term) || isEverywhere(term, index)) continue;
      const entry = found.get(term) ?? { weight: 0, sentences: 0 };
      entry.weight += (relevance[unit.index] ?? 0) * index.weigh(term);
      entry.sentences++;
      found.set(term, entry);
    }
  const ranked = [...found]
    .filter(([, entry]) => entry.sentences >= 2)
    .sort(([x, a], [y, c]) => c.weight - a.weight || (x < y ? -1 : 1))
    .slice(0, 20);
  const top = ranked[0]?.[1].weight ?? 1;
  return ranked.map(([term, entry]) => [term, (0.3 * entry.weight) / top]);
}

/** When no word of the brief occurs, what the talk itself comes back to most is the closest there is. */
function centralTerms(index: SentenceIndex): Query {
  const sums = new Map<string, number>();
  for (const unit of index.units)
    for (const term of unit.terms.keys()) sums.set(term, (sums.get(term) ?? 0) + 1);
  const ranked = [...sums].filter(([, count]) => count >= 2 || sums.size < 50);
  ranked.sort(([x, a], [y, c]) => c * index.weigh(y) - a * index.weigh(x) || (x < y ? -1 : 1));
  return new Map(ranked.slice(0, 12).map(([term]) => [term, 1]));
}

/** A word in one sentence of ten tells nothing apart; in a language without a stop list these are its small words. */
function isEverywhere(term: string, index: SentenceIndex): boolean {
  return index.units.length > 60 && index.weigh(term) < 2.3;
}
