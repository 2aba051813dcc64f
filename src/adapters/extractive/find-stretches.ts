import type { SentenceIndex, Unit } from "./index-sentences.ts";
import { judgeSentence, type Verdict } from "./judge-sentence.ts";
import type { Ranking } from "./rank-sentences.ts";
import { countTerms } from "./read-terms.ts";
import { findSeams, recogniseAddress, weighSpeakers } from "./weigh-speakers.ts";

/** One to six sentences of one speaker, one after the other, that can be quoted as they stand. */
export type Stretch = {
  readonly units: readonly Unit[];
  readonly words: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly relevance: number;
  readonly score: number;
  /** Characters left out before the first sentence proper: a quotation begins after "And so". */
  readonly skip: number;
  readonly quality: number;
  /** What its length made of the score. */
  readonly lengthFactor: number;
};

const maxSentences = 6;
export const maxWords = 130;
/** A single sentence up to this length stands inside our own sentence. */
export const maxInlineWords = 28;

export type StretchRequest = {
  readonly index: SentenceIndex;
  readonly ranking: Pick<Ranking, "relevance" | "concepts" | "enough">;
  /** True for sentences that may be quoted at all. */
  readonly mayQuote: (unit: Unit) => boolean;
  readonly onSubject: RegExp | null;
  readonly minQuality: number;
};

/** Every stretch that opens and ends by itself, the best first. */
export function findStretches(request: StretchRequest): Stretch[] {
  const { index } = request;
  const addresses = recogniseAddress(index.units);
  const seams = findSeams(index.units);
  const verdicts = index.units.map((unit) => {
    const verdict = judgeSentence(unit.sentence.text, request.onSubject);
    const factor = (addresses?.test(unit.sentence.text) ? 0.3 : 1) * (seams.has(unit) ? 0.5 : 1);
    return { ...verdict, quality: verdict.quality * factor };
  });
  const trust = weighSpeakers(index.units, verdicts);
  const found: Stretch[] = [];
  for (const first of index.units) {
    const units: Unit[] = [];
    for (let at = first.index; at < first.index + maxSentences; at++) {
      const unit = index.units[at];
      const verdict = verdicts[at];
      if (!unit || !verdict || !follows(first, unit) || !request.mayQuote(unit)) break;
      if (verdict.quality < request.minQuality) break;
      if (units.some(({ sentence }) => sentence.text === unit.sentence.text)) break;
      units.push(unit);
      if (at === first.index && (!verdict.opens || verdict.isQuestion)) break;
      if (!verdict.ends || verdict.isQuestion) continue;
      const stretch = measure(units, verdicts, request, trust);
      if (stretch) found.push(stretch);
    }
  }
  return found.sort((a, b) => b.score - a.score || (a.units[0]?.index ?? 0) - (b.units[0]?.index ?? 0));
}

function follows(first: Unit, unit: Unit): boolean {
  return unit.utterance === first.utterance && unit.sentence.paragraph === first.sentence.paragraph;
}

function measure(
  units: readonly Unit[],
  verdicts: readonly Verdict[],
  { index, ranking }: StretchRequest,
  trust: (unit: Unit) => number,
): Stretch | null {
  const words = units.reduce((sum, unit) => sum + unit.sentence.text.split(/\s+/).length, 0);
  const first = units[0];
  if (!first || words > maxWords || words < 8) return null;
  const skip = skipLead(first, verdicts[first.index]?.lead ?? 0, words > maxInlineWords);
  const own = units.map((unit) => ranking.relevance[unit.index] ?? 0);
  const bearing = 0.6 * mean(own) + 0.4 * Math.max(...own);
  const qualities = units.map((unit) => verdicts[unit.index]?.quality ?? 0);
  const quality = 0.5 * mean(qualities) + 0.5 * Math.min(...qualities);
  const length = words < 14 ? 0.5 : words < 22 ? 0.7 : words < 35 ? 0.85 : words <= 110 ? 1 : 0.92;
  const substance = Math.min(1, units.reduce((sum, unit) => sum + unit.length, 0) / words / 0.3);
  const manner = quality * length * substance * trust(first) * smoothOpening(first, skip, words);
  return {
    units: [...units],
    words,
    terms: countTerms(
      units.flatMap((unit) => [...unit.terms].flatMap(([term, n]) => Array<string>(n).fill(term))),
    ),
    relevance: bearing,
    score: bearing * closeness(units, ranking, index) * manner,
    skip,
    quality,
    lengthFactor: length,
  };
}

/** A block may begin with "But" or "So", as talk does; other leads are left out. */
function skipLead(first: Unit, lead: number, isBlock: boolean): number {
  const opening = first.sentence.text.slice(lead);
  const plain = /^(?:and|but|so|now|in fact|actually|of course|ultimately|again)(?:,|\.{3})?\s$/i;
  return isBlock && /^\p{Ll}/u.test(opening) && plain.test(first.sentence.text.slice(0, lead)) ? 0 : lead;
}

/** What begins in the middle of a sentence reads well only when it is short. */
function smoothOpening({ sentence }: Unit, skip: number, words: number): number {
  if (/^\p{Ll}/u.test(sentence.text.slice(skip)))
    return words > 45 ? 0.25 : words > maxInlineWords ? 0.6 : 0.8;
  const opening = sentence.text.slice(skip);
  const personal = /^(?:I|I'm|I've|I'd|my)\b(?!\s(?:think|believe))/i.test(opening) ? 0.8 : 1;
  return /^(?:and|but|so|now)\b/i.test(opening) ? 0.9 * personal : personal;
}

/**
 * One word of the brief by itself proves little: two that come together do, or one amid talk that is on it.
 * What is near counts only within the same turn, or as the question just before.
 */
function closeness(
  units: readonly Unit[],
  { concepts, enough, relevance }: StretchRequest["ranking"],
  index: SentenceIndex,
): number {
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last) return 0;
  const within = new Set(units.flatMap((unit) => [...(concepts[unit.index] ?? [])]));
  if (within.size >= enough) return 1;
  const around = [first.index - 2, first.index - 1, last.index + 1].filter((at) => {
    const other = index.units[at];
    const asks = at < first.index && first.sentence.number <= 2 && other?.sentence.text.endsWith("?");
    return other?.utterance === first.utterance || asks;
  });
  const near = new Set([...within, ...around.flatMap((at) => [...(concepts[at] ?? [])])]);
  const bearing = Math.max(...units.map((unit) => relevance[unit.index] ?? 0));
  if (within.size > 0 && near.size >= enough) return 0.9;
  if (within.size > 0) return bearing >= 0.5 ? 0.8 : 0.6;
  return near.size >= enough ? 0.6 : 0.15;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
