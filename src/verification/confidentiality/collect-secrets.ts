import type { Transcript } from "../../sources/transcript.ts";
import { type DetailKind, findDetails } from "../names/find-details.ts";
import { isDictionaryWord, lookUpName } from "../names/lexicon.ts";
import { isSmallWord } from "../names/small-words.ts";
import { foldFigure, foldName } from "./fold-value.ts";

/** What a value of the sources is. */
export type Secret = { readonly kind: DetailKind; readonly isSpeaker: boolean };

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
  for (const form of names.flatMap(listForms)) put(form, { kind: "name", isSpeaker: false });
  for (const label of transcripts.flatMap(({ speakers }) => speakers))
    for (const form of [...listForms(label), ...foldName(label).filter(isPersonal)])
      put(form, { kind: "person", isSpeaker: true });
  for (const { speakers, utterances } of transcripts) {
    const text = utterances.map((utterance) => utterance.text).join("\n");
    said.push(...speakers, text);
    for (const { start, end, kind, isSure } of findDetails(text, speakers)) {
      const value = text.slice(start, end);
      const secret = { kind, isSpeaker: false };
      if (!isName(kind)) put(foldFigure(kind, value), secret);
      else if (isSure) for (const form of listForms(value)) put(form, secret);
    }
  }
  return { values, said: ` ${foldName(said.join("\n")).join(" ")} ` };
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
