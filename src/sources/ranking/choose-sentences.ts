import { expectWords, listCompared, type WordChance } from "./expect-words.ts";
import { shortenSentence } from "./shorten-sentence.ts";

/** A sentence that may stand in a summary. */
export type Candidate = { readonly text: string; readonly relevance: number };

const fewestWords = 5;
/** Only the most promising are tried against each other. */
const mostCandidates = 800;
const mostOver = 1.12;
const enough = 0.9;

/**
 * Sentences that together say in about `words` words what a summary of the relevant talk would: one after the other,
 * the one that adds most expected words for its length, those that are said already counting less each time. Returned are
 * their places among the candidates, in order.
 */
export function chooseSentences(
  candidates: readonly Candidate[],
  asked: ReadonlySet<string>,
  words: number,
): number[] {
  const sentences = candidates.map(({ text, relevance }, at) => ({
    at,
    words: listCompared(shortenSentence(text)),
    relevance,
  }));
  const chance = expectWords(sentences, asked, words);
  const fitting = sentences.filter(
    (one) => one.words.length >= fewestWords && one.words.length <= words * mostOver,
  );
  const said = new Map<string, number>();
  const worth = (one: Sentence) => (one.relevance * addition(one.words, said, chance)) / one.words.length;
  let pool = fitting
    .map((one) => ({ one, value: worth(one) }))
    .sort((a, b) => b.value - a.value || a.one.at - b.one.at)
    .slice(0, mostCandidates)
    .map(({ one }) => one);
  const chosen: number[] = [];
  let length = 0;
  while (length < words * enough) {
    pool = pool.filter((one) => length + one.words.length <= words * mostOver);
    const best = pickBest(pool, worth);
    if (!best) break;
    for (const word of best.words) said.set(word, (said.get(word) ?? 0) + 1);
    chosen.push(best.at);
    length += best.words.length;
    pool = pool.filter((one) => one !== best);
  }
  return chosen.sort((a, b) => a - b);
}

type Sentence = { readonly at: number; readonly words: readonly string[]; readonly relevance: number };

function addition(words: readonly string[], said: ReadonlyMap<string, number>, chance: WordChance): number {
  const own = new Map<string, number>();
  let sum = 0;
  for (const word of words) {
    const before = own.get(word) ?? 0;
    own.set(word, before + 1);
    sum += chance(word, (said.get(word) ?? 0) + before + 1);
  }
  return sum;
}

function pickBest(pool: readonly Sentence[], worth: (one: Sentence) => number): Sentence | undefined {
  let best: Sentence | undefined;
  let most = 0;
  for (const one of pool) {
    const value = worth(one);
    if (value <= most) continue;
    best = one;
    most = value;
  }
  return best;
}
