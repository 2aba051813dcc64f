import type { Query } from "./build-query.ts";
import type { SentenceIndex, Unit } from "./index-sentences.ts";

const k1 = 1.2;
const b = 0.4;
/** How far, in sentences, a sentence lends its relevance to its neighbours. */
const reach = 8;
const spread = 3.5;

/** Below 1: one passage that names everything does not make all the rest look off the subject. */
const evenness = 0.65;

/** How much each sentence bears on the query, from 0 to 1, in the order of the index. */
type Relevance = readonly number[];

export type Ranking = {
  readonly relevance: Relevance;
  /** The query with the terms that the best stretches share. */
  readonly expanded: Query;
  /** The brief's own concepts, words and phrases, that each sentence names. */
  readonly concepts: readonly ReadonlySet<string>[];
  /** How many concepts must come together before talk is surely on the subject. */
  readonly enough: number;
  /** False when the sources use hardly a word of the brief. */
  readonly onSubject: boolean;
};

/** What counts as a concept of the brief: words of its title and angle, not of its notes. */
const conceptWeight = 0.5;

/**
 * Okapi BM25 (Robertson & Zaragoza 2009) for each sentence, smoothed over its neighbours, because what
 * answers a question is a stretch of talk, and raised where several concepts of the brief come together;
 * then once more with the terms that the best stretches share (pseudo-relevance feedback after
 * Lavrenko & Croft 2001).
 */
export function rankSentences(index: SentenceIndex, query: Query): Ranking {
  const usable = new Map([...query].filter(([term]) => index.has(term)));
  const base = usable.size > 0 ? usable : centralTerms(index);
  const together = measureMeeting(index, base);
  const first = combine(index, score(index, base), together);
  const expanded = new Map(base);
  for (const [term, weight] of feedbackTerms(index, first, base)) expanded.set(term, weight);
  const known = [...base].filter(([, weight]) => weight >= conceptWeight).map(([term]) => term);
  return {
    relevance: combine(index, score(index, expanded), together),
    expanded,
    concepts: index.units.map((unit) => new Set(known.filter((term) => unit.terms.has(term)))),
    enough: Math.min(2, Math.max(1, known.length)),
    onSubject: [...query].some(([term, weight]) => weight >= conceptWeight && usable.has(term)),
  };
}

function score(index: SentenceIndex, query: Query): number[] {
  return index.units.map((unit) => {
    let sum = 0;
    for (const [term, weight] of query) {
      const count = unit.terms.get(term);
      if (count === undefined) continue;
      const norm = k1 * (1 - b + (b * unit.length) / index.averageLength);
      sum += weight * telling(term, index) * ((count * (k1 + 1)) / (count + norm));
    }
    return sum;
  });
}

/** A word of the brief that is rare in the talk is not for that reason what the brief is about. */
function telling(term: string, index: SentenceIndex): number {
  return Math.min(4, Math.max(1.5, index.weigh(term)));
}

/** How much of the query comes together around each sentence, from 0 to 1: each term by its nearest use. */
function measureMeeting(index: SentenceIndex, query: Query): number[] {
  const sums = index.units.map(() => 0);
  for (const [term, weight] of query) {
    const near = index.units.map(() => 0);
    for (const unit of index.units)
      if (unit.terms.has(term))
        for (const [neighbour, share] of neighbours(index.units, unit))
          near[neighbour] = Math.max(near[neighbour] ?? 0, share);
    for (const [at, share] of near.entries())
      sums[at] = (sums[at] ?? 0) + weight * telling(term, index) * share;
  }
  const best = Math.max(...sums, 1e-9);
  return sums.map((sum) => (sum / best) ** 1.5);
}

/** A sentence's own score, that of the talk around it, and how the query's terms meet there. */
function combine(index: SentenceIndex, own: readonly number[], together: readonly number[]): number[] {
  const around = index.units.map((unit) =>
    neighbours(index.units, unit).reduce((sum, [at, share]) => sum + share * (own[at] ?? 0), 0),
  );
  const bestOwn = Math.max(...own, 1e-9);
  const bestAround = Math.max(...around, 1e-9);
  return own.map(
    (value, at) =>
      (0.3 * (value / bestOwn) + 0.35 * ((around[at] ?? 0) / bestAround) + 0.35 * (together[at] ?? 0)) **
      evenness,
  );
}

function neighbours(units: readonly Unit[], unit: Unit): [number, number][] {
  const found: [number, number][] = [];
  for (let distance = -reach; distance <= reach; distance++)
    if (units[unit.index + distance]?.transcript === unit.transcript)
      found.push([unit.index + distance, Math.exp(-(distance ** 2) / (2 * spread ** 2))]);
  return found;
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
