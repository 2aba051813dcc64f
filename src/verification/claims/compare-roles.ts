import { isPerson, type Role, somebody, together } from "./resolve-people.ts";

/** What it is worth when one of two persons is unnamed. */
const unnamedPerson = 0.8;
/** Words that stand this near to each other count as neighbours. */
const nearness = 2;

/** How much of a claim's weight a run of talk has in the same order, from 0 to 1. */
export function matchInOrder(claim: readonly Role[], run: readonly Role[]): number {
  const total = claim.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let above = new Float64Array(run.length + 1);
  for (const { key, weight } of claim) {
    const row = new Float64Array(run.length + 1);
    run.forEach((said, at) => {
      const met = (above[at] ?? 0) + weight * likeness(key, said.key);
      row[at + 1] = Math.max(above[at + 1] ?? 0, row[at] ?? 0, met);
    });
    above = row;
  }
  return (above[run.length] ?? 0) / total;
}

function likeness(claimed: string, said: string): number {
  if (claimed === said) return 1;
  const isUnnamed = claimed === somebody || said === somebody || said === together;
  return isUnnamed && isPerson(claimed) && isPerson(said) ? unnamedPerson : 0;
}

/** Which share of a claim's neighbouring words, by weight, are neighbours in the talk, in the same order. */
export function comparePairs(claim: readonly Role[], talk: readonly (readonly Role[])[]): number {
  const said = new Set<string>();
  for (const line of talk)
    line.forEach(({ key }, at) => {
      for (let next = at + 1; next <= at + nearness && next < line.length; next++)
        for (const first of formsSaid(key))
          for (const second of formsSaid(line[next]?.key ?? "")) said.add(`${first} ${second}`);
    });
  let total = 0;
  let found = 0;
  claim.slice(1).forEach((second, at) => {
    const first = claim[at] ?? second;
    const weight = first.weight + second.weight;
    total += weight;
    const isSaid = formsClaimed(first.key).some((one) =>
      formsClaimed(second.key).some((other) => said.has(`${one} ${other}`)),
    );
    if (isSaid) found += weight;
  });
  return total === 0 ? 1 : found / total;
}

/** A person in the talk is also somebody; whoever is unnamed there may be anybody. */
function formsSaid(key: string): readonly string[] {
  if (!isPerson(key)) return [key];
  return key === somebody || key === together ? [somebody, "@any"] : [key, somebody];
}

function formsClaimed(key: string): readonly string[] {
  return isPerson(key) && key !== somebody ? [key, "@any"] : [key];
}
