import { type DetailKind, findDetails } from "../names/find-details.ts";
import { spelledNumber } from "../names/find-figures.ts";
import { amountOf, isName, isTelling, keyOf, leastAmount, type Secret } from "./collect-secrets.ts";
import { foldFigure, foldName } from "./fold-value.ts";
import { createPublicList, isCommonKnowledge } from "./harmless.ts";
import type { Lookup } from "./hashed-secrets.ts";
import { unmask } from "./unmask.ts";

/** A text that others will read: a file, or a part such as the title, with a name for people. */
export type Surface = { readonly place: string; readonly text: string; readonly hasLines: boolean };

/** One value of the sources that turns up in what others will read. `value` is not to be shown or kept. */
export type Leak = {
  readonly value: string;
  readonly kind: DetailKind;
  /** Only where a speaker is named. */
  readonly isSpeaker: boolean;
  /** Where, from line 1 where the place has lines. */
  readonly places: readonly Place[];
};
type Place = { readonly place: string; readonly line: number | null };
type Hit = Secret & { readonly value: string; readonly line: number };

/** The longest name that is looked for as a whole. */
const mostWords = 5;

/**
 * What occurs in the sources and turns up in these texts, however it is written there: in lower case in a slug,
 * with a possessive, over two lines, without its initials, as one word of a name, in disguise. What is on the list of public
 * values or known to everybody is left out. In the order in which it is read.
 */
export function findLeaks(surfaces: readonly Surface[], lookup: Lookup, isPublic: readonly string[]): Leak[] {
  const isListed = createPublicList(isPublic);
  const leaks = new Map<string, { hit: Hit; places: Place[] }>();
  for (const { place, text, hasLines } of surfaces) {
    const hits = unmask(text).flatMap((reading) => [
      ...findKnownNames(reading, lookup),
      ...findOwnNames(reading, lookup),
      ...findFigures(reading, lookup),
    ]);
    for (const hit of hits.sort((a, b) => a.line - b.line)) {
      if (isListed(hit.value) || (!hit.isProper && isCommonKnowledge(foldName(hit.value)))) continue;
      const leak = leaks.get(hit.value) ?? { hit, places: [] };
      const line = hasLines ? hit.line : null;
      if (!leak.places.some((one) => one.place === place && one.line === line))
        leak.places.push({ place, line });
      leaks.set(hit.value, leak);
    }
  }
  return [...leaks.values()].map(({ hit: { value, kind, isSpeaker }, places }) => ({
    value,
    kind,
    isSpeaker,
    places,
  }));
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

/** Names of the sources. A single word of the dictionary may be just that: with a capital it is found below. */
function findKnownNames(text: string, lookup: Lookup): Hit[] {
  const tokens = readTokens(text);
  const hits: Hit[] = [];
  for (const [at, { line, isCapital }] of tokens.entries()) {
    for (let count = Math.min(mostWords, tokens.length - at); count > 0; count -= 1) {
      const words = tokens.slice(at, at + count).map(({ word }) => word);
      const found = findForm(words, lookup);
      if (!found) continue;
      const { secret, form } = found;
      const isNamed = isCapital && (secret.isSpeaker || secret.isProper === true);
      if (form.length === 1 && !isTelling(form.join()) && !isNamed) continue;
      hits.push({ ...secret, value: keyOf(form), line });
      break;
    }
  }
  return hits;
}

/** What is put behind a name to make another word of it. */
const tail = /(?:group|hq|inc|corp|gmbh|ltd|labs?|team|tech|deal|app|io|ai|news|blog|e?s)$/;
const fewestLetters = 6;
const mostJoined = 3;

/** Words that are a name; or one word of them all, or a word that is a name with something behind it. */
function findForm(
  words: readonly string[],
  lookup: Lookup,
): { readonly secret: Secret; readonly form: readonly string[] } | null {
  const whole = lookup.find(words.join(" "));
  if (whole) return { secret: whole, form: words };
  const joined = words.join("");
  const isJoined = words.length > 1 && words.length <= mostJoined && joined.length >= fewestLetters;
  const stem = words.length === 1 ? joined.replace(tail, "") : joined;
  if ((!isJoined && stem === joined) || stem.length < 4) return null;
  const secret = lookup.find(stem);
  return secret && isTelling(stem) && isTelling(joined) ? { secret, form: [stem] } : null;
}

/** Names of the text itself that the sources say too, be it without a capital. */
function findOwnNames(text: string, lookup: Lookup): Hit[] {
  const lowered = lowerTitles(text);
  const lineAt = countLines(text);
  return findDetails(lowered).flatMap(({ start, end, kind, isSure }) => {
    if (!isSure || !isName(kind)) return [];
    const words = foldName(lowered.slice(start, end));
    const line = lineAt(start);
    const findPart = (part: readonly string[], isTold: boolean): Hit[] => {
      const secret = lookup.find(part.join(" "));
      if (secret) return [{ ...secret, value: keyOf(part), line }];
      const isSaid = isTold && lookup.says(part.join(" "));
      return isSaid ? [{ kind, isSpeaker: false, value: keyOf(part), line }] : [];
    };
    const whole = findPart(words, true);
    return whole.length > 0 ? whole : words.flatMap((word) => findPart([word], isTelling(word)));
  });
}

/** In a heading of Which Every Word Has A Capital a capital says nothing. */
function lowerTitles(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const words = line.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
      const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
      const lower = line.toLowerCase();
      return words.length >= 3 && capitals > words.length * 0.7 && lower.length === line.length
        ? lower
        : line;
    })
    .join("\n");
}

const numeral =
  /(?<![\p{L}\p{N}.,])\d(?:[\d.,'’]{0,30}\d)?(?:\s(?:thousand|million|billion|trillion)|[kmb]n?)?(?![\p{L}\p{N}])/giu;

function findFigures(text: string, lookup: Lookup): Hit[] {
  const lineAt = countLines(text);
  const found = findDetails(text).flatMap(({ start, end, kind }) =>
    isName(kind) ? [] : [{ value: foldFigure(kind, text.slice(start, end)), line: lineAt(start) }],
  );
  // An amount is the same one without its currency.
  const bare = [...text.matchAll(numeral), ...text.matchAll(spelledNumber)].flatMap(
    ({ 0: written, index }) => {
      const value = foldFigure("number", written);
      return amountOf(value) >= leastAmount ? [{ value, line: lineAt(index) }] : [];
    },
  );
  return [...found, ...bare].flatMap(({ value, line }) => {
    const secret = lookup.find(value);
    return secret ? [{ ...secret, value, line }] : [];
  });
}

/** The line of an offset, found by halves: a text of many values has many lines. */
function countLines(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
