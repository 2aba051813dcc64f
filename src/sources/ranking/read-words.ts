import { stemmer } from "stemmer";
import { commonWords } from "./common-words.ts";

const word = /[\p{L}\p{N}]+/gu;
const stems = new Map<string, string>();

/** The words of a text, in small letters and without their marks. */
export function listWords(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}

/** The form by which a word is compared, after Porter (1980); digits and other scripts stay as they are. */
export function stemWord(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 100_000) stems.clear();
  const stem = /^[a-z]{3,40}$/.test(word) ? stemmer(word) : word;
  stems.set(word, stem);
  return stem;
}

/** The stems of the words that carry a subject, in their order. */
export function listTerms(text: string): string[] {
  return listWords(text)
    .filter((word) => !commonWords.has(word))
    .map(stemWord);
}
