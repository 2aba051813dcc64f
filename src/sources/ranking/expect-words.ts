import { commonWords } from "./common-words.ts";
import { listWords, stemWord } from "./read-words.ts";
import { commonRates, wordWeights } from "./summary-weights.ts";

/** A sentence as a bag of compared words, with how much its place bears on the question. */
export type WeighedSentence = { readonly words: readonly string[]; readonly relevance: number };

/** The chance that a summary uses a word at least so many times. */
export type WordChance = (word: string, times: number) => number;

/** Relevance counts by this power: what is half as relevant says little of what the summary will say. */
const sharpness = 8;

/** The words of a text as summaries are compared by: stems of all but the shortest. */
export function listCompared(text: string): string[] {
  return listWords(text).map((word) => (word.length > 3 ? stemWord(word) : word));
}

/**
 * Which words a summary of `length` words will use: those that much of the relevant talk and little of the rest
 * uses, those that were asked for, and function words as often as summaries use them. Counts follow Poisson.
 */
export function expectWords(
  sentences: readonly WeighedSentence[],
  asked: ReadonlySet<string>,
  length: number,
): WordChance {
  const uses = countUses(sentences);
  const expected = new Map<string, number>();
  return (word, times) => {
    let rate = expected.get(word);
    if (rate === undefined) {
      rate = rateOf(word, uses, asked, length);
      expected.set(word, rate);
    }
    return atLeast(times, rate);
  };
}

type Uses = {
  readonly weighed: ReadonlyMap<string, number>;
  readonly plain: ReadonlyMap<string, number>;
  readonly totalWeight: number;
  readonly total: number;
};

export function countUses(sentences: readonly WeighedSentence[]): Uses {
  const weighed = new Map<string, number>();
  const plain = new Map<string, number>();
  let totalWeight = 0;
  for (const { words, relevance } of sentences) {
    const weight = relevance ** sharpness;
    totalWeight += weight;
    for (const word of new Set(words)) {
      weighed.set(word, (weighed.get(word) ?? 0) + weight);
      plain.set(word, (plain.get(word) ?? 0) + 1);
    }
  }
  return { weighed, plain, totalWeight: totalWeight || 1, total: sentences.length };
}

function rateOf(word: string, uses: Uses, asked: ReadonlySet<string>, length: number): number {
  const common = commonRates.get(word);
  if (common !== undefined) return common * length;
  const measured = measureWord(word, uses, asked, length);
  const sum = wordWeights.reduce((total, weight, at) => total + weight * (measured[at] ?? 1), 0);
  return -Math.log(1 - Math.min(0.97, 1 / (1 + Math.exp(-sum))));
}

/** The features of `wordWeights`, without the constant that comes last. */
export function measureWord(
  word: string,
  { weighed, plain, totalWeight, total }: Uses,
  asked: ReadonlySet<string>,
  length: number,
): number[] {
  const here = Math.log((weighed.get(word) ?? 0) / totalWeight + 0.002);
  const everywhere = Math.log((plain.get(word) ?? 1) / Math.max(1, total));
  const isCommon = commonWords.has(word);
  return [
    here,
    everywhere,
    asked.has(word) ? 1 : 0,
    isCommon ? 1 : 0,
    Math.min(word.length, 10) / 10,
    (here * everywhere) / 10,
    isCommon ? everywhere : 0,
    Math.log(length),
  ];
}

function atLeast(times: number, rate: number): number {
  let term = Math.exp(-rate);
  let below = 0;
  for (let count = 0; count < times; count += 1) {
    below += term;
    term *= rate / (count + 1);
  }
  return 1 - below;
}
