import type { Run } from "./list-runs.ts";

/** A run that is at least this relevant speaks for a speaker who has not been heard. */
const worthHearing = 0.5;

/**
 * The places of the runs in the order in which they are shown: those that were chosen before, every source once unless
 * `isGiven` says that the choice of sources was made, every speaker who says something to the point, the rest from
 * the best on.
 */
export function orderRuns(
  runs: readonly Run[],
  scores: Float64Array,
  { before, isGiven }: { readonly before: ReadonlySet<number>; readonly isGiven: boolean },
): Set<number> {
  const scoreAt = (at: number) => scores[at] ?? 0;
  const ranked = [...runs.keys()].sort((a, b) => scoreAt(b) - scoreAt(a) || a - b);
  const first = before.size === 0 ? [] : ranked.filter((at) => before.has(at));
  const heard = new Set<number | string>(first.map((at) => runs[at]?.source ?? -1));
  const isFirst = (key: number | string) => !heard.has(key) && heard.add(key);
  const sources = isGiven ? [] : ranked.filter((at) => isFirst(runs[at]?.source ?? -1));
  const speakerOf = (at: number) => `speaker ${runs[at]?.speaker}`;
  for (const at of [...first, ...sources]) heard.add(speakerOf(at));
  const speakers = ranked.filter((at) => scoreAt(at) >= worthHearing && isFirst(speakerOf(at)));
  return new Set([...first, ...sources, ...speakers, ...ranked]);
}
