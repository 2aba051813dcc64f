import { costOf } from "./fit-overview.ts";
import type { Run } from "./list-runs.ts";

/** Room for the runs of some sources, by their places among them, in tokens. */
export type PassageRoom = {
  readonly taken: ReadonlySet<number>;
  readonly used: () => number;
  /** What the run at that place takes when it stands alone. */
  readonly sizeOf: (at: number) => number;
  /** Takes a run in, unless more than `limit` tokens were used then. True when it is in, or was before. */
  readonly take: (at: number, limit: number) => boolean;
};

/** Runs are counted when they are tried, not before: of a million words only the first few thousand are. */
export function createRoom(runs: readonly Run[], countTokens: (text: string) => number): PassageRoom {
  const taken = new Set<number>();
  let used = 0;
  const sizeOf = (at: number) => {
    const run = runs[at];
    return run ? costOf(run, countTokens) : Number.POSITIVE_INFINITY;
  };
  // Who speaks is said once where sentences of one speech follow each other.
  const isBeside = (at: number, other: number) => {
    const [a, b] = [runs[at], runs[other]];
    return (
      taken.has(other) && a?.source === b?.source && a?.passage.firstUtterance === b?.passage.firstUtterance
    );
  };
  const take = (at: number, limit: number) => {
    if (taken.has(at)) return true;
    const beside = [at - 1, at + 1].filter((other) => isBeside(at, other)).length;
    const cost = sizeOf(at) - beside * countTokens(runs[at]?.speaker ?? "");
    if (used + cost > limit) return false;
    taken.add(at);
    used += cost;
    return true;
  };
  return { taken, used: () => used, sizeOf, take };
}
