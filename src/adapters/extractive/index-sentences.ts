import type { Sentence, Transcript, Utterance } from "../../sources/transcript.ts";
import { countTerms, pairTerms, readTerms } from "./read-terms.ts";

/** A sentence in its place, with the terms it is found by. */
export type Unit = {
  readonly index: number;
  readonly transcript: Transcript;
  readonly utterance: Utterance;
  readonly sentence: Sentence;
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
};

/** All sentences of the transcripts in their order, with what is known of each term. */
export type SentenceIndex = {
  readonly units: readonly Unit[];
  readonly averageLength: number;
  /** How telling a term is: its inverse document frequency over sentences. */
  weigh(term: string): number;
  has(term: string): boolean;
};

/** `pairs` are the neighbouring words that the brief uses: they count as terms of their own. */
export function indexSentences(
  transcripts: readonly Transcript[],
  pairs: readonly string[] = [],
): SentenceIndex {
  const wanted = new Set(pairs);
  const units: Unit[] = [];
  const frequency = new Map<string, number>();
  for (const transcript of transcripts)
    for (const utterance of transcript.utterances)
      for (const sentence of utterance.sentences) {
        const words = readTerms(sentence.text);
        const all =
          wanted.size === 0
            ? words
            : [...words, ...pairTerms(sentence.text).filter((pair) => wanted.has(pair))];
        const terms = countTerms(all);
        for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
        units.push({ index: units.length, transcript, utterance, sentence, terms, length: words.length });
      }
  const total = units.reduce((sum, unit) => sum + unit.length, 0);
  return {
    units,
    averageLength: Math.max(1, total / Math.max(1, units.length)),
    weigh: (term) => {
      const count = frequency.get(term) ?? 0;
      return Math.log(1 + (units.length - count + 0.5) / (count + 0.5));
    },
    has: (term) => frequency.has(term),
  };
}

/** Cosine of two bags of terms, each term by its weight. */
export function compareTerms(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  weigh: (term: string) => number,
): number {
  let dot = 0;
  for (const [term, count] of a) dot += count * (b.get(term) ?? 0) * weigh(term) ** 2;
  const size = (terms: ReadonlyMap<string, number>) =>
    Math.sqrt([...terms].reduce((sum, [term, count]) => sum + (count * weigh(term)) ** 2, 0));
  return dot === 0 ? 0 : dot / (size(a) * size(b));
}
