import type { Transcript } from "../../sources/transcript.ts";
import { type DetailKind, findDetails } from "../names/find-details.ts";
import { isDictionaryWord, lookUpName } from "../names/lexicon.ts";
import { foldFigure, foldName } from "./fold-value.ts";

/** A name that the sources hold. */
export type SecretName = {
  /** By what it is known, however it is written: its most telling word, or all of them. */
  readonly key: string;
  readonly kind: DetailKind;
  readonly words: readonly string[];
  /** It is one of the speakers'. */
  readonly isSpeaker: boolean;
};

/** What sources hold that may be confidential. */
export type Secrets = {
  readonly names: readonly SecretName[];
  /** Folded figures with their kinds. */
  readonly figures: ReadonlyMap<string, DetailKind>;
  /** Every word of the sources, folded, with a space around each. */
  readonly said: string;
};

/**
 * Every name, address, amount and long number of the sources, those included that were said off the record or by
 * somebody who is never passed on: whole transcripts are asked for, not what a writer may see.
 */
export function collectSecrets(transcripts: readonly Transcript[]): Secrets {
  const names = new Map<string, SecretName>();
  const figures = new Map<string, DetailKind>();
  const said: string[] = [];
  for (const { speakers, utterances } of transcripts) {
    const text = utterances.map((utterance) => utterance.text).join("\n");
    said.push(...speakers, text);
    for (const speaker of speakers) add(names, speaker, { kind: "person", isSpeaker: true });
    for (const { start, end, kind, isSure } of findDetails(text, speakers)) {
      const value = text.slice(start, end);
      if (!isName(kind)) figures.set(foldFigure(kind, value), kind);
      else if (isSure) add(names, value, { kind, isSpeaker: false });
    }
  }
  const spoken = new Set([...names.values()].flatMap(({ isSpeaker, words }) => (isSpeaker ? words : [])));
  return {
    names: [...names.values()].map((name) => ({
      ...name,
      isSpeaker: name.isSpeaker || name.words.every((word) => spoken.has(word)),
    })),
    figures,
    said: ` ${foldName(said.join("\n")).join(" ")} `,
  };
}

export function isName(kind: DetailKind): kind is "person" | "organisation" | "name" {
  return kind === "person" || kind === "organisation" || kind === "name";
}

/** Whether a folded word gives a name away when it stands alone. */
export function isTelling(word: string): boolean {
  return word.length > 2 && !isDictionaryWord(word) && !/^\d+$/.test(word);
}

/**
 * The key of a name: its last telling word that is no first name, so that `Maria Hallgren` and `Hallgren` are one;
 * else the whole of it.
 */
export function keyOf(words: readonly string[]): string {
  const telling = words.filter(isTelling);
  return telling.findLast((word) => lookUpName(word) !== "given") ?? telling.at(-1) ?? words.join(" ");
}

function add(
  names: Map<string, SecretName>,
  value: string,
  { kind, isSpeaker }: Pick<SecretName, "kind" | "isSpeaker">,
): void {
  const words = foldName(value);
  const whole = words.join(" ");
  if (words.length === 0 || (words.length === 1 && whole.length < 2) || names.has(whole)) return;
  names.set(whole, { key: keyOf(words), kind, words, isSpeaker });
}
