import { askingWords, commonWords, reportingWords } from "./common-words.ts";
import { type AskedWord, findPeople } from "./find-people.ts";
import { type UnitIndex, weighTerm } from "./index-units.ts";
import { matchLoosely } from "./match-loosely.ts";
import { stemWord } from "./read-words.ts";

/** A text that says what is looked for, and how much it counts; 1 is the most. */
export type Field = { readonly text: string; readonly weight: number };

/** What is looked for in an index. */
export type Question = {
  /** Terms by what they count; those that the sources never use are replaced by the nearest they do use. */
  readonly terms: ReadonlyMap<string, number>;
  /** Terms that stand beside each other. */
  readonly pairs: readonly (readonly [string, string])[];
  /** 1 for the units of the speakers who are named, else 0. */
  readonly spoken: Float64Array;
  /** A whole subject is asked for, not what somebody thought of a detail. */
  readonly isBroad: boolean;
};

const reporting = new Set([...reportingWords].map(stemWord));
const asking = new Set([...askingWords].map(stemWord));
const reportingWeight = 0.3;
/** A long text says less with each of its words. */
const wordsOfField = 12;
const narrowing = /\b(?:when|while|during|in terms of|after|before)\s+\p{L}/iu;

/** Reads fields as one question. Speakers whom they name are looked for by their label, not by the words of their name. */
export function readQuestion(fields: readonly Field[], index: UnitIndex): Question {
  const terms = new Map<string, number>();
  const pairs: [string, string][] = [];
  const labels = new Set<string>();
  for (const { text, weight } of fields) {
    const { words, asked } = readAsked(text);
    const people = findPeople(index.units, asked);
    for (const label of people.labels) labels.add(label);
    const own = asked.map((word, at) =>
      people.used.has(at) || isEmpty(word, words[at] ?? "") ? null : word.stem,
    );
    const distinct = new Set(own.filter((stem) => stem !== null));
    const share = weight * Math.min(1, wordsOfField / Math.max(1, distinct.size));
    for (const stem of distinct) {
      const counts = share * (reporting.has(stem) ? reportingWeight : 1);
      terms.set(stem, Math.max(terms.get(stem) ?? 0, counts));
    }
    for (const [at, stem] of own.entries()) {
      const next = own[at + 1];
      if (stem !== null && next) pairs.push([stem, next]);
    }
  }
  const most = Math.max(0, ...terms.values());
  if (most <= reportingWeight && most > 0) for (const stem of terms.keys()) terms.set(stem, 1);
  return {
    terms: matchLoosely(terms, index),
    pairs: pairs.filter(([a, b]) => weighTerm(index, a) > 0 && a !== b),
    spoken: Float64Array.from(index.units, ({ speaker }) => (labels.has(speaker ?? "") ? 1 : 0)),
    isBroad: fields.some(({ text }) => asksBroadly(text)),
  };
}

function readAsked(text: string): { words: string[]; asked: AskedWord[] } {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = words.map((word, at) => ({
    stem: stemWord(word.toLowerCase()),
    isCapital: at > 0 && /^\p{Lu}/u.test(word),
    length: word.length,
  }));
  return { words, asked };
}

function isEmpty({ stem, isCapital }: AskedWord, word: string): boolean {
  return commonWords.has(word.toLowerCase()) || (asking.has(stem) && !isCapital);
}

function asksBroadly(text: string): boolean {
  return /summari[sz]e|discussion|presentation|overview/i.test(text) && !narrowing.test(text);
}
