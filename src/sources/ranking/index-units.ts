import { commonWords } from "./common-words.ts";
import { listWords, stemWord } from "./read-words.ts";

/** What is ranked: a run of sentences or a single one, said by one speaker. */
export type Unit = {
  readonly speaker: string | null;
  readonly text: string;
  /** Which source it stands in; units of one source follow each other. */
  readonly source: number;
  readonly startMs?: number | null;
};

/** Where a term stands: units in their order, and how often in each. */
export type Posting = { readonly units: number[]; readonly counts: number[] };

/** Units with the places of their terms. Places are measured in words, so that long and short turns compare. */
export type UnitIndex = {
  readonly units: readonly Unit[];
  readonly words: Float64Array;
  /** Terms in a unit. */
  readonly lengths: Float64Array;
  readonly averageLength: number;
  /** The middle of each unit; sources lie so far apart that nothing reaches from one to the next. */
  readonly places: Float64Array;
  readonly fromStart: Float64Array;
  readonly toEnd: Float64Array;
  readonly postings: ReadonlyMap<string, Posting>;
};

/** What a turn takes even when it says next to nothing. */
const wordsPerUnit = 5;
const betweenSources = 1e6;

type Growing = { readonly postings: Map<string, Posting>; readonly stems: Map<string, string | null> };

/** Indexes units in one pass; time and memory are linear in the words. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  const growing: Growing = { postings: new Map(), stems: new Map() };
  const [words, lengths] = [new Float64Array(units.length), new Float64Array(units.length)];
  for (const [at, unit] of units.entries()) {
    const all = listWords(unit.text);
    words[at] = Math.max(1, all.length);
    lengths[at] = takeIn(growing, all, at);
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    units,
    words,
    lengths,
    averageLength: total / Math.max(1, units.length) || 1,
    ...layOut(units, words),
    postings: growing.postings,
  };
}

/** How telling a term is: its inverse document frequency. */
export function weighTerm({ postings, units }: UnitIndex, term: string): number {
  const holding = postings.get(term)?.units.length ?? 0;
  return Math.log(1 + (units.length - holding + 0.5) / (holding + 0.5));
}

function takeIn({ postings, stems }: Growing, words: readonly string[], unit: number): number {
  let terms = 0;
  for (const word of words) {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = commonWords.has(word) ? null : stemWord(word);
      stems.set(word, stem);
    }
    if (stem === null) continue;
    terms += 1;
    const posting = postings.get(stem);
    if (posting) count(posting, unit);
    else postings.set(stem, { units: [unit], counts: [1] });
  }
  return terms;
}

function count({ units, counts }: Posting, unit: number): void {
  const last = units.length - 1;
  if (units[last] === unit) counts[last] = (counts[last] ?? 0) + 1;
  else {
    units.push(unit);
    counts.push(1);
  }
}

function layOut(units: readonly Unit[], words: Float64Array) {
  const [places, fromStart, toEnd] = [0, 1, 2].map(() => new Float64Array(units.length));
  let at = 0;
  let start = 0;
  for (const [index, unit] of units.entries()) {
    if (index > 0 && unit.source !== units[index - 1]?.source) start = at += betweenSources;
    const size = (words[index] ?? 0) + wordsPerUnit;
    if (places) places[index] = at + size / 2;
    if (fromStart) fromStart[index] = at + size / 2 - start;
    at += size;
  }
  let end = at;
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const place = places?.[index] ?? 0;
    const next = units[index + 1];
    if (next && next.source !== units[index]?.source) end = place + ((words[index] ?? 0) + wordsPerUnit) / 2;
    if (toEnd) toEnd[index] = end - place;
  }
  const none = new Float64Array();
  return { places: places ?? none, fromStart: fromStart ?? none, toEnd: toEnd ?? none };
}
