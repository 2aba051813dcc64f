import type { Line } from "./cite-evidence.ts";
import { comparePairs, matchInOrder } from "./compare-roles.ts";
import { readTokens } from "./read-tokens.ts";
import {
  findAddressees,
  isPerson,
  type Role,
  resolveClaim,
  resolveLine,
  somebody,
  together,
} from "./resolve-people.ts";

/** Why a score is low: words that nobody says, words that only others say of themselves, or said in another order. */
type SupportReason = "new-words" | "other-people" | "other-order";

/** How far talk bears out a sentence: 1 is word for word, below `leastSupport` rather not. */
export type Support = { readonly score: number; readonly reasons: readonly SupportReason[] };

/** Where balanced accuracy is best on the development set of docs/benchmarks.md. */
export const leastSupport = 0.73;

const otherPeopleCost = 0.25;
const newWordCost = 0.03;
const mostNewWords = 4;
/** Words of a long speech that are compared at once. */
const runLength = 60;

/**
 * Scores by words alone, without a model, whether talk says what a sentence says. Persons are resolved first: "I" in
 * a line is its speaker. The mean of how much of the sentence one line has in the same order, and of how many of its
 * neighbouring words are neighbours in the talk; less for words that the talk says only of other people, and for
 * words that it does not have. Deterministic; it knows no synonyms and cannot reason.
 */
export function scoreSupport(sentence: string, lines: readonly Pick<Line, "speaker" | "text">[]): Support {
  return scoreTokens(
    readTokens(sentence),
    lines.map(({ speaker, text }) => ({ speaker, text, tokens: readTokens(text) })),
  );
}

function scoreTokens(claim: Line["tokens"], lines: readonly Line[]): Support {
  const speakers = [...new Set(lines.flatMap(({ speaker }) => speaker ?? []))];
  const addressees = findAddressees(lines);
  const talk = lines.map((line, at) => resolveLine(line, addressees[at] ?? null, speakers));
  const roles = resolveClaim(claim, speakers);
  if (!roles.some(({ isContent }) => isContent)) return { score: 1, reasons: [] };
  const order = Math.max(0, ...talk.flatMap(cut).map((run) => matchInOrder(roles, run)));
  const pairs = comparePairs(roles, talk);
  const { others, unsaid } = compareSubjects(roles, talk.flat());
  const raw = (order + pairs) / 2 - otherPeopleCost * others - newWordCost * Math.min(mostNewWords, unsaid);
  const reasons: SupportReason[] = [];
  if (unsaid > 0) reasons.push("new-words");
  if (others > 0) reasons.push("other-people");
  if (pairs < 0.5) reasons.push("other-order");
  return { score: Math.min(1, Math.max(0, raw)), reasons };
}

function cut(line: readonly Role[]): (readonly Role[])[] {
  if (line.length <= runLength) return [line];
  const runs: (readonly Role[])[] = [];
  for (let from = 0; from < line.length; from += runLength / 2) runs.push(line.slice(from, from + runLength));
  return runs;
}

/** Which share of a claim's words the talk says only of other people than the claim does, and how many it lacks. */
function compareSubjects(claim: readonly Role[], talk: readonly Role[]): { others: number; unsaid: number } {
  const subjects = new Map<string, Set<string>>();
  for (const { key, subject } of talk) subjects.set(key, (subjects.get(key) ?? new Set()).add(subject));
  const words = claim.filter(({ key, isContent }) => isContent && !isPerson(key));
  const known = words.filter(({ key, subject }) => subject !== somebody && subjects.has(key));
  const foreign = known.filter(({ key, subject }) => {
    const said = subjects.get(key);
    return said && !said.has(subject) && !said.has(somebody) && !said.has(together);
  });
  const unsaid = new Set(words.map(({ key }) => key).filter((key) => !subjects.has(key))).size;
  return { others: known.length === 0 ? 0 : foreign.length / known.length, unsaid };
}
