import { pick } from "./random.ts";

export const kinds = ["number", "name", "negation", "speaker"] as const;
export type Kind = (typeof kinds)[number];

/** What a contradiction is made from: the sentence, other names and other speakers of the same talk. */
export type Ground = {
  readonly text: string;
  readonly names: readonly string[];
  readonly speaker: string | null;
  readonly speakers: readonly string[];
};

const spelled =
  "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty".split(
    " ",
  );
const number = new RegExp(`\\b(?:\\d[\\d,.]*\\d|\\d|${spelled.join("|")})\\b`, "gi");
const auxiliary =
  /\b(?:is|are|was|were|can|could|will|would|should|must|have to|has|had|do|does|did)\b(?!['’])/gi;
const denial =
  /\b(?:do|does|did) not |\bnever |\b(?:do|does|did)n['’]t |(?<=\b(?:is|are|was|were|could|would|should|has|have|had))n['’]t\b|(?<=\bcan)['’]t\b|(?<=\bcan)not\b|(?<=\b(?:is|are|was|were|can|could|will|would|should)) not\b/gi;
/** A capitalised word inside a sentence. */
const name = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{N}]{2,}\b/gu;
const notNames =
  /^(?:I|The|And|But|So|Because|Yeah|Yes|What|That|This|It|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** Capitalised words that stand inside sentences of a text. */
export function listNames(text: string): string[] {
  return [...new Set([...text.matchAll(name)].map(([found]) => found))].filter(
    (word) => !notNames.test(word),
  );
}

/** The sentence with one thing changed so that its source contradicts it; null where it offers no such thing. */
export function plantContradiction(kind: Kind, ground: Ground, random: () => number): string | null {
  const { text } = ground;
  if (kind === "number") return replaceOne(text, number, (found) => otherNumber(found, random), random);
  if (kind === "negation") {
    const denied = replaceOne(text, denial, () => "", random);
    return (
      denied ??
      replaceOne(
        text,
        auxiliary,
        (found) => (/^(?:have to|do|does|did|has|had)$/i.test(found) ? `never ${found}` : `${found} not`),
        random,
      )
    );
  }
  if (kind === "speaker") {
    const { speaker } = ground;
    if (speaker === null || !text.startsWith(`${speaker} said that`)) return null;
    const other = pick(
      ground.speakers.filter((label) => label !== speaker),
      random,
    );
    return other === undefined ? null : text.replace(speaker, () => other);
  }
  const own = listNames(text).filter((word) => !ground.speaker?.includes(word));
  const out = pick(own, random);
  const others = ground.names.filter((word) => !text.toLowerCase().includes(word.toLowerCase()));
  const instead = pick(others, random);
  return out === undefined || instead === undefined
    ? null
    : text.replace(new RegExp(`(?<=[\\p{Ll},;] )${out}\\b`, "u"), () => instead);
}

function otherNumber(found: string, random: () => number): string {
  if (/^\d/.test(found)) {
    const value = Number.parseFloat(found.replaceAll(",", ""));
    const isYear = value > 1900 && value < 2100;
    return String(
      isYear ? value + 1 + Math.floor(random() * 9) : Math.round(value * (2 + Math.floor(random() * 3)) + 1),
    );
  }
  return (
    pick(
      spelled.filter((word) => word !== found.toLowerCase()),
      random,
    ) ?? found
  );
}

function replaceOne(
  text: string,
  pattern: RegExp,
  change: (found: string) => string,
  random: () => number,
): string | null {
  const match = pick([...text.matchAll(pattern)], random);
  if (!match) return null;
  const changed = text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length);
  return changed.replace(/ {2,}/g, " ").trim();
}
