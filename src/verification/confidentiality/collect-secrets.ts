import type { Transcript } from "../../sources/transcript.ts";
import { type DetailKind, findDetails } from "../names/find-details.ts";
import { spelledNumber } from "../names/find-figures.ts";
import { isDictionaryWord, lookUpName } from "../names/lexicon.ts";
import { isSmallWord } from "../names/small-words.ts";
import { foldFigure, foldName } from "./fold-value.ts";
import { isCommonKnowledge } from "./harmless.ts";

/**
 * What a value of the sources is. `isProper`: with a capital it is this and nothing else, wherever it stands, though a
 * dictionary has the word.
 */
export type Secret = { readonly kind: DetailKind; readonly isSpeaker: boolean; readonly isProper?: boolean };

/** What sources hold that may be confidential. */
export type Secrets = {
  /** By each folded form in which it may be written: whole, without initials, in one word, a telling word of it. */
  readonly values: ReadonlyMap<string, Secret>;
  /** Every word of the sources, folded, with a space around each. */
  readonly said: string;
};

/**
 * Every name, address, amount and long number of the sources, those included that were said off the record or by
 * somebody who is never passed on: whole transcripts are asked for, not what a writer may see. `names` are known to
 * be confidential, wherever they stand.
 */
export function collectSecrets(transcripts: readonly Transcript[], names: readonly string[] = []): Secrets {
  const values = new Map<string, Secret>();
  const said: string[] = [];
  const put = (value: string, secret: Secret) => {
    if (value.length > 1 && !values.has(value)) values.set(value, secret);
  };
  for (const form of names.flatMap(listForms)) put(form, { kind: "name", isSpeaker: false, isProper: true });
  for (const label of transcripts.flatMap(({ speakers }) => speakers))
    for (const form of [...listForms(label), ...foldName(label).filter(isPersonal)])
      put(form, { kind: "person", isSpeaker: true });
  for (const { speakers, utterances } of transcripts) {
    const text = utterances.map((utterance) => utterance.text).join("\n");
    said.push(...speakers, text);
    const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}'’]*/gu) ?? []);
    for (const { start, end, kind, isSure } of findDetails(text, speakers)) {
      const value = text.slice(start, end);
      if (!isName(kind)) put(foldFigure(kind, value), { kind, isSpeaker: false });
      else if (isSure) {
        const isProper = isWrittenAsName(value, small);
        for (const form of listForms(value))
          put(form, { kind, isSpeaker: false, ...(isProper && { isProper }) });
      }
    }
    for (const [written] of text.matchAll(spelledNumber)) {
      const value = foldFigure("number", written);
      if (amountOf(value) >= leastAmount) put(value, { kind: "number", isSpeaker: false });
    }
  }
  return { values, said: ` ${foldName(said.join("\n")).join(" ")} ` };
}

/** A single word with a capital that the sources never write without it, and that is not known to everybody. */
function isWrittenAsName(word: string, small: ReadonlySet<string>): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}]+$/u.test(word) &&
    !small.has(word.toLowerCase()) &&
    !isCommonKnowledge(foldName(word))
  );
}

/** Below this an amount without its currency says nothing. */
export const leastAmount = 10_000;

/** The number of a folded amount; 0 for anything else. */
export function amountOf(value: string): number {
  return Number(/^amount ([\d.]+)$/.exec(value)?.[1] ?? 0);
}

export function isName(kind: DetailKind): boolean {
  return kind === "person" || kind === "organisation" || kind === "name";
}

/** Whether a folded word gives a name away when it stands alone. */
export function isTelling(word: string): boolean {
  return word.length > 2 && !isDictionaryWord(word) && !/^\d+$/.test(word);
}

/**
 * What a name is known by: its last telling word that is no first name, so that `Maria Hallgren` and `Hallgren` are
 * one; else the whole of it.
 */
export function keyOf(words: readonly string[]): string {
  const telling = words.filter(isTelling);
  return telling.findLast((word) => lookUpName(word) !== "given") ?? telling.at(-1) ?? words.join(" ");
}

const figureKinds = ["money", "email", "url", "phone"] as const;

/** Every form under which a value that somebody writes out may be known: as a name, or as what it is besides. */
export function listKeys(written: string): string[] {
  return [keyOf(foldName(written)), ...figureKinds.map((kind) => foldFigure(kind, written))];
}

/** What labels call people whom they do not name. */
const roles =
  /^(?:speaker|host|guest|interviewer|interviewee|moderator|narrator|participant|unknown|client|customer|user)s?$/;

/** Of a speaker's label the words that are names; `will` of `Will Grace` alone is none. */
function isPersonal(word: string): boolean {
  return word.length > 2 && !isSmallWord(word) && !roles.test(word) && !/^\d+$/.test(word);
}

/** The folded forms of a name. */
function listForms(name: string): string[] {
  const words = foldName(name);
  const plain = words.filter((word) => word.length > 1);
  return [words.join(" "), plain.join(" "), words.join(""), ...words.filter(isTelling)];
}
