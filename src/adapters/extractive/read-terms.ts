import { stemmer } from "stemmer";
import { stopWords } from "./stop-words.ts";

/** A word as written and the stem it is compared by. */
export type Term = {
  readonly surface: string;
  readonly stem: string;
  readonly isStop: boolean;
  readonly hyphenated: boolean;
};

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}{1,3}(?!\p{L}))?/gu;
const stems = new Map<string, string>();

/** The words of a text in their order, stemmed after Porter (1980). */
export function readWords(text: string): Term[] {
  return [...text.matchAll(word)].map(({ 0: surface, index }) => {
    const plain = surface.toLowerCase().replaceAll("’", "'");
    const isStop =
      stopWords.has(plain) ||
      plain.length === 1 ||
      /^\p{N}+$/u.test(plain) ||
      (/'(?:s|re|ve|ll|d|m|t)$/.test(plain) && stopWords.has(plain.replace(/'.*/, "")));
    return { surface, stem: stem(plain.replace(/'s$/, "")), isStop, hyphenated: text[index - 1] === "-" };
  });
}

/** The stems of the words that carry a subject. */
export function readTerms(text: string): string[] {
  return readWords(text)
    .filter((term) => !term.isStop)
    .map((term) => term.stem);
}

/** Neighbouring words as one term, small words too: "letting go" is more than its words. */
export function pairTerms(text: string): string[] {
  const words = readWords(text);
  return words.slice(1).map((word, at) => `${words[at]?.stem} ${word.stem}`);
}

export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function stem(plain: string): string {
  const known = stems.get(plain);
  if (known !== undefined) return known;
  if (stems.size > 50_000) stems.clear();
  const found = /^[a-z]{4,}$/.test(plain) ? stemmer(plain) : plain;
  stems.set(plain, found);
  return found;
}
