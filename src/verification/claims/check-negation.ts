import type { Alignment } from "./align-tokens.ts";
import type { Doubt } from "./check-numbers.ts";
import type { Evidence, Line } from "./cite-evidence.ts";
import type { Closest } from "./find-closest.ts";
import { negators, softNegators } from "./function-words.ts";
import type { Token } from "./read-tokens.ts";

/** How far a word that negates may stand from the words that it is compared by. */
const reach = 3;
const farReach = 7;
/** A line speaks of the same as a claim when it has this share of the claim's words. */
const sameMatter = 0.8;
/** With less than this share of the claim's words in the same order, a line speaks of something else. */
const commonMatter = 1 / 3;

/**
 * Where a claim denies what its passages affirm, or the other way round: between the same words one of them has a
 * negation and the other has none; or, put in other words, the passage that shares most of the claim's words.
 */
export function checkNegation(
  claim: readonly Token[],
  { cited }: Evidence,
  closest: readonly Closest[],
): Doubt[] {
  const doubts = new Set<number>();
  for (const { tokens, alignment } of closest) {
    if (!hasCommonMatter(claim, alignment)) continue;
    for (const at of listInserted(claim, tokens, alignment)) doubts.add(at);
    for (const at of listDropped(claim, tokens, alignment)) doubts.add(at);
  }
  if (doubts.size === 0) for (const at of compareLoosely(claim, cited)) doubts.add(at);
  return [...doubts].sort((a, b) => a - b).map((at, index) => ({ at, nth: index + 1 }));
}

/** A line that has few of the claim's words is the closest for want of a closer one: its negations are of something else. */
function hasCommonMatter(claim: readonly Token[], alignment: Alignment): boolean {
  const content = claim.flatMap(({ isContent }, at) => (isContent ? [at] : []));
  return content.filter((at) => alignment[at] !== -1).length >= commonMatter * content.length;
}

/** Negations of the claim between words that stand together in the source without one. */
function listInserted(claim: readonly Token[], source: readonly Token[], alignment: Alignment): number[] {
  return listNegations(claim).filter((at) => {
    if (alignment[at] !== -1) return false;
    const before = nearest(alignment, at, -1);
    const after = nearest(alignment, at, 1);
    if (before === null || after === null || after - before > 4) return false;
    // "Impossible" for "not possible".
    if (source.slice(before + 1, after).some(denies)) return false;
    // Between words that stand together there is no room for another negation.
    const room = after - before > 2 ? 1 : 0;
    return !source.slice(Math.max(0, before - room), after + 1 + room).some(isNegator);
  });
}

/** Places of the claim where the source has a negation between the same words. */
function listDropped(claim: readonly Token[], source: readonly Token[], alignment: Alignment): number[] {
  const back = new Array<number>(source.length).fill(-1);
  alignment.forEach((to, from) => {
    if (to >= 0) back[to] = from;
  });
  return listNegations(source).flatMap((at) => {
    if (back[at] !== -1) return [];
    const before = nearest(back, at, -1);
    const after = nearest(back, at, 1);
    if (before === null || after === null || after - before > 3) return [];
    const room = after - before > 2 ? 1 : 0;
    return claim.slice(Math.max(0, before - room), after + 1 + room).some(isNegator) ? [] : [after];
  });
}

/** The next aligned token in a direction, within reach. */
function nearest(alignment: Alignment, at: number, step: 1 | -1): number | null {
  for (let distance = 1; distance <= reach; distance++) {
    const to = alignment[at + step * distance] ?? -1;
    if (to >= 0) return to;
  }
  return null;
}

function listNegations(tokens: readonly Token[]): number[] {
  return tokens.flatMap((token, at) => (negates(tokens, at, token) ? [at] : []));
}

function negates(tokens: readonly Token[], at: number, { word }: Token): boolean {
  const next = tokens[at + 1];
  if (!negators.has(word) || next === undefined) return false;
  // "No, …" answers; "no matter" affirms; "why not" and "or not" ask.
  if (word === "no" && next.clause !== tokens[at]?.clause) return false;
  if (/^(?:matter|doubt|wonder)$/.test(next.word)) return false;
  return !/^(?:why|or|if)$/.test(tokens[at - 1]?.word ?? "");
}

function isNegator({ word }: Token): boolean {
  return negators.has(word);
}

function denies({ word, stem }: Token): boolean {
  return negators.has(word) || softNegators.has(stem);
}

function compareLoosely(claim: readonly Token[], cited: readonly Line[]): number[] {
  const content = claim.filter((token) => token.isContent && !isNegator(token));
  if (content.length < 3) return [];
  const source = cited.flatMap(({ tokens }) => tokens.filter(({ asks }) => !asks));
  const isSameMatter = cited.some(({ tokens }) => {
    const stems = new Set(tokens.map(({ stem }) => stem));
    return content.filter(({ stem }) => stems.has(stem)).length >= sameMatter * content.length;
  });
  if (!isSameMatter) return [];
  const said = new Set(source.map(({ stem }) => stem));
  return listNegations(claim).filter((at) => {
    const target = claim.slice(at + 1, at + 5).find(({ isContent }) => isContent);
    return target !== undefined && said.has(target.stem) && !deniedNear(target, source);
  });
}

function deniedNear({ stem }: Token, source: readonly Token[]): boolean {
  return source.some(
    (token, at) =>
      token.stem === stem && source.slice(Math.max(0, at - farReach), at + farReach + 1).some(denies),
  );
}
