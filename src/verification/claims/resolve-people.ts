import type { Line } from "./cite-evidence.ts";
import { negators } from "./function-words.ts";
import { findMentions } from "./name-speakers.ts";
import type { Token } from "./read-tokens.ts";

/** A word as claims and talk are compared by it: persons are `@0`, `@1` … by speaker, whatever they are called. */
export type Role = {
  readonly key: string;
  /** Says more than how a sentence is built. */
  readonly isContent: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** The person whom the word is said of; `@?` when nobody can tell, `@*` for "we". */
  readonly subject: string;
};

/** Somebody unnamed: "she", "they". */
export const somebody = "@?";
/** Those who talk, together. */
export const together = "@*";

const self = /^(?:i|me|my|mine|myself)$/;
const selves = /^(?:we|us|our|ours)$/;
const addressed = /^(?:you|your|yours|ya|ur)$/;
const third = /^(?:he|him|his|she|her|hers|they|them|their)$/;
const object = /^(?:me|us|him|her|them|my|your|our|his|their)$/;
const opensCommand = /^(?:please|and|ok|so|just|then|do|not)$/;
const followsCommand = /^(?:me|the|an?|you|your|my|it|him|her|us|up|them|this|that|some|back)$/;
/** "Staying", but not "bring" and "need". */
const participle = /\p{L}{3,}(?:ing|ed)$|^(?:be|do|go)ing$/u;
const leftOut = new Set("to a an the this that these those some too also just so really it its".split(" "));
const sameAs: ReadonlyMap<string, string> = new Map([
  ..."am is are was were been being".split(" ").map((word) => [word, "be"] as const),
  ..."has had".split(" ").map((word) => [word, "have"] as const),
  ..."does did".split(" ").map((word) => [word, "do"] as const),
  ..."wo would going".split(" ").map((word) => [word, "will"] as const),
]);

export function isPerson(key: string): boolean {
  return key.startsWith("@");
}

/** The words of a claim. Its third persons may be anybody. */
export function resolveClaim(claim: readonly Token[], speakers: readonly string[]): Role[] {
  return assign(toWords(claim, speakers, { me: somebody, you: somebody }), { me: somebody, you: somebody });
}

/**
 * The words of a line of talk: "I" is who speaks, "you" is `addressee`. A line that leaves its subject out is the
 * speaker's ("Am at home"), but a question or an order is about the one addressed ("Buy me some").
 */
export function resolveLine(
  { tokens, speaker }: Line,
  addressee: string | null,
  speakers: readonly string[],
): Role[] {
  const people = { me: keyOf(speaker, speakers), you: keyOf(addressee, speakers) };
  const roles = assign(toWords(tokens, speakers, people), people);
  const [first] = roles;
  if (!first || isPerson(first.key)) return roles;
  const implied = { key: first.subject, isContent: false, weight: 1, subject: first.subject };
  return [implied, ...roles];
}

/** Whom each line is spoken to: the one who spoke before, or, at the beginning, who answers. */
export function findAddressees(lines: readonly Line[]): (string | null)[] {
  return lines.map(({ speaker }, at) => {
    for (let before = at - 1; before >= 0; before--)
      if (lines[before]?.speaker !== speaker) return lines[before]?.speaker ?? null;
    return lines.slice(at + 1, at + 50).find((line) => line.speaker !== speaker)?.speaker ?? null;
  });
}

type People = { readonly me: string; readonly you: string };
type Word = Pick<Role, "key" | "isContent" | "weight"> & {
  readonly token: Token;
  /** The word behind it in the text, where small words are not left out. */
  readonly after: string;
};

function keyOf(label: string | null, speakers: readonly string[]): string {
  const at = label === null ? -1 : speakers.indexOf(label);
  return at < 0 ? somebody : `@${at}`;
}

function toWords(tokens: readonly Token[], speakers: readonly string[], { me, you }: People): Word[] {
  const named = new Map<number, string | null>();
  for (const { label, from, to } of findMentions(tokens, speakers))
    for (let at = from; at < to; at++) named.set(at, at === from ? keyOf(label, speakers) : null);
  return tokens.flatMap((token, at) => {
    const { word } = token;
    const after = tokens[at + 1]?.word ?? "";
    if (named.get(at) === null || leftOut.has(word)) return [];
    const person =
      named.get(at) ??
      (self.test(word) ? me : selves.test(word) ? together : addressed.test(word) ? you : null);
    const key = person ?? (third.test(word) ? somebody : (sameAs.get(word) ?? token.stem));
    const isContent = !isPerson(key) && (token.isContent || negators.has(word));
    return [{ key, isContent, weight: isPerson(key) ? 1.5 : isContent ? 2 : 0.25, token, after }];
  });
}

/** Gives each word its subject: the person named before it in its sentence, else the one who is left out. */
function assign(words: readonly Word[], { me, you }: People): Role[] {
  let sentence = -1;
  let clause = -1;
  let subject: string | null = null;
  let hasVerb = false;
  return words.map((word, at) => {
    const { token, key, isContent, weight } = word;
    if (token.sentence !== sentence) subject = null;
    if (token.sentence !== sentence || token.clause !== clause) hasVerb = false;
    ({ sentence, clause } = token);
    if (isPerson(key)) {
      if (!hasVerb && !object.test(token.word)) subject = key;
    } else if (token.word === "am") {
      subject ??= me;
    } else if (isContent) {
      if (!negators.has(token.word)) hasVerb = true;
      subject ??= token.asks ? you : implySubject(words, at, { me, you });
    }
    return { key, isContent, weight, subject: subject ?? (isPerson(key) ? key : somebody) };
  });
}

function implySubject(words: readonly Word[], at: number, { me, you }: People): string {
  const before = words[at - 1]?.token;
  const opens = before === undefined || before.sentence !== words[at]?.token.sentence;
  if (!opens && !opensCommand.test(before.word)) return before.word === "have" ? me : somebody;
  if (participle.test(words[at]?.token.word ?? "")) return me;
  const next = words[at + 1];
  return followsCommand.test(words[at]?.after ?? "") || (next && isPerson(next.key)) ? you : somebody;
}
