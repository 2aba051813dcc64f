import { type DetailKind, findDetails } from "../names/find-details.ts";
import { isName, isTelling, keyOf, type SecretName, type Secrets } from "./collect-secrets.ts";
import { foldFigure, foldName, readAmount } from "./fold-value.ts";
import { createPublicList, isCommonKnowledge } from "./harmless.ts";

/** A text that others will read: a file, or a part such as the title, with a name for people. */
export type Surface = { readonly place: string; readonly text: string; readonly hasLines: boolean };

/** One value of the sources that turns up in what others will read. `value` is not to be shown or kept. */
export type Leak = {
  readonly value: string;
  readonly kind: DetailKind;
  /** Only where a speaker is named. */
  readonly isSpeaker: boolean;
  /** Where, from line 1 where the place has lines. */
  readonly places: readonly { readonly place: string; readonly line: number | null }[];
};

type Hit = {
  readonly value: string;
  readonly kind: DetailKind;
  readonly isSpeaker: boolean;
  readonly line: number;
};

/**
 * What occurs in the sources and turns up in these texts, however it is written there: in lower case in a slug,
 * with a possessive, over two lines, without its initials, as one word of a name. What is on the list of public
 * values or known to everybody is left out. In the order in which it is read.
 */
export function findLeaks(
  surfaces: readonly Surface[],
  secrets: Secrets,
  isPublic: readonly string[],
): Leak[] {
  const isListed = createPublicList(isPublic);
  const index = indexNames(secrets.names);
  const leaks = new Map<string, { leak: Leak; places: { place: string; line: number | null }[] }>();
  for (const { place, text, hasLines } of surfaces) {
    for (const { value, kind, isSpeaker, line } of [
      ...findKnownNames(text, index),
      ...findOwnNames(text, secrets),
      ...findKnownFigures(text, secrets),
    ]) {
      const words = foldName(value);
      if (isListed(words) || isCommonKnowledge(words)) continue;
      const known = leaks.get(value) ?? { leak: { value, kind, isSpeaker, places: [] }, places: [] };
      const at = hasLines ? line : null;
      if (!known.places.some((one) => one.place === place && one.line === at))
        known.places.push({ place, line: at });
      leaks.set(value, known);
    }
  }
  return [...leaks.values()].map(({ leak, places }) => ({ ...leak, places }));
}

type Index = ReadonlyMap<string, readonly SecretName[]>;

/** By the first word of the whole name, of the name without initials and by each word that gives it away. */
function indexNames(names: readonly SecretName[]): Index {
  const index = new Map<string, SecretName[]>();
  const put = (word: string | undefined, name: SecretName) => {
    if (word === undefined) return;
    index.set(word, [...(index.get(word) ?? []), name]);
  };
  for (const name of names) {
    put(name.words[0], name);
    if (name.words.length > 1) put(name.words.join(""), { ...name, words: [name.words.join("")] });
    const plain = name.words.filter((word) => word.length > 1);
    if (plain.length < name.words.length) put(plain[0], { ...name, words: plain });
    for (const word of name.words)
      if (name.words.length > 1 && isTelling(word)) put(word, { ...name, key: keyOf([word]), words: [word] });
  }
  return index;
}

type Token = { readonly word: string; readonly line: number; readonly isCapital: boolean };

function readTokens(text: string): Token[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) =>
      [...line.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’]s(?![\p{L}\p{N}]))?/gu)].flatMap(([written]) =>
        foldName(written).map((word) => ({ word, line: at + 1, isCapital: /\p{Lu}/u.test(written) })),
      ),
    );
}

/** Names of the sources. A single word of the dictionary may be that word: with a capital it is found below. */
function findKnownNames(text: string, index: Index): Hit[] {
  const tokens = readTokens(text);
  return tokens.flatMap(({ word, line, isCapital }, at) => {
    const fitting = (index.get(word) ?? []).filter(
      ({ words, isSpeaker }) =>
        words.every((one, offset) => tokens[at + offset]?.word === one) &&
        (words.length > 1 || (isCapital && isSpeaker) || isTelling(word)),
    );
    const [longest] = fitting.toSorted((a, b) => b.words.length - a.words.length);
    return longest ? [{ value: longest.key, kind: longest.kind, isSpeaker: longest.isSpeaker, line }] : [];
  });
}

/** Names in the text itself that the sources say too, be it without a capital. */
function findOwnNames(text: string, { said, names }: Secrets): Hit[] {
  const lowered = lowerTitles(text);
  return findDetails(lowered).flatMap(({ start, end, kind, isSure }) => {
    if (!isSure || !isName(kind)) return [];
    const words = foldName(lowered.slice(start, end));
    const line = text.slice(0, start).split("\n").length;
    const parts = said.includes(` ${words.join(" ")} `)
      ? [words]
      : words.filter(isTelling).map((word) => [word]);
    return parts
      .filter((part) => part.length > 0 && said.includes(` ${part.join(" ")} `))
      .map((part) => {
        const known = names.find(({ words: own }) => own.join(" ") === part.join(" "));
        return { value: keyOf(part), kind: known?.kind ?? kind, isSpeaker: known?.isSpeaker ?? false, line };
      });
  });
}

/** In a heading of Which Every Word Has A Capital a capital says nothing. */
function lowerTitles(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const words = line.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
      const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
      return words.length >= 3 && capitals > words.length * 0.7 && line.length === line.toLowerCase().length
        ? line.toLowerCase()
        : line;
    })
    .join("\n");
}

const numeral =
  /(?<![\p{L}\p{N}.,])\d(?:[\d.,'’]{0,30}\d)?(?:\s(?:thousand|million|billion|trillion)|[kmb]n?)?(?![\p{L}\p{N}])/giu;

function findKnownFigures(text: string, { figures }: Secrets): Hit[] {
  const lineOf = (start: number) => text.slice(0, start).split("\n").length;
  const found = findDetails(text).flatMap(({ start, end, kind }) =>
    isName(kind) ? [] : [{ value: foldFigure(kind, text.slice(start, end)), line: lineOf(start) }],
  );
  // An amount is the same one without its currency.
  const bare = [...text.matchAll(numeral)].flatMap(({ 0: written, index }) => {
    const amount = readAmount(written.toLowerCase());
    return amount !== null && amount >= 10_000 ? [{ value: `amount ${amount}`, line: lineOf(index) }] : [];
  });
  return [...found, ...bare].flatMap(({ value, line }) => {
    const kind = figures.get(value);
    return kind === undefined ? [] : [{ value, kind, isSpeaker: false, line }];
  });
}
