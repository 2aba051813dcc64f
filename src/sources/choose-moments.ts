import type { Run } from "./list-runs.ts";
import type { PassageRoom } from "./passage-room.ts";
import type { UnitIndex } from "./ranking/index-units.ts";
import { rankUnits } from "./ranking/rank-units.ts";

/** One thing that is asked for, in a sentence or so; `source` is the id of the only source that it speaks of. */
export type Point = { readonly text: string; readonly source?: string };

/** As much of a talk as can be understood by itself: about half a minute. */
const momentTokens = 200;
const mostOver = 1.3;
/** Of one point; what it means is hardly ever further down. */
const mostMoments = 5;
/** Two places nearer than this are one moment. */
const apartWords = 250;

export type ChooseMoments = {
  readonly points: readonly Point[];
  /** Places of runs that are shown whatever is asked, with what stands around them. */
  readonly keep: readonly number[];
  /** How much of the room may be used in all. */
  readonly limit: number;
};

/**
 * Takes into the room what is kept and the best moments of the points, whole stretches of talk around the best place of
 * each; each point's best goes before any point's second.
 */
export function chooseMoments(
  runs: readonly Run[],
  index: UnitIndex,
  { points, keep, limit }: ChooseMoments,
  room: PassageRoom,
): void {
  const asked = points.map((point) => {
    const scores = rankPoint(runs, index, point);
    return { scores, peaks: listPeaks(index, scores) };
  });
  const near = asked[0]?.scores ?? new Float64Array(runs.length);
  for (const at of keep) room.take(at, limit);
  for (const at of keep) if (!keep.includes(at - 1)) growStretch(runs, at, near, { room, limit });
  for (let round = 0; round < mostMoments; round += 1)
    for (const { scores, peaks } of asked) {
      const peak = peaks[round];
      if (peak !== undefined && room.take(peak, limit)) growStretch(runs, peak, scores, { room, limit });
    }
}

function rankPoint(runs: readonly Run[], index: UnitIndex, { text, source }: Point): Float64Array {
  const scores = rankUnits(index, [{ text, weight: 1 }], "moment");
  if (source === undefined) return scores;
  return scores.map((score, at) => (runs[at]?.passage.source === source ? score : 0));
}

/** The best places, each far from those before it. Sources lie so far apart that none hides another's. */
function listPeaks({ places }: UnitIndex, scores: Float64Array): number[] {
  const peaks: number[] = [];
  const isApart = (at: number) =>
    peaks.every((peak) => Math.abs((places[peak] ?? 0) - (places[at] ?? 0)) > apartWords);
  while (peaks.length < mostMoments) {
    let best = -1;
    for (let at = 0; at < scores.length; at += 1)
      if ((scores[at] ?? 0) > (scores[best] ?? 0) && isApart(at)) best = at;
    if (best < 0) break;
    peaks.push(best);
  }
  return peaks;
}

/** Takes the better neighbour again and again, until it is a stretch or there is no more room. */
function growStretch(
  runs: readonly Run[],
  from: number,
  scores: Float64Array,
  { room, limit }: { readonly room: PassageRoom; readonly limit: number },
): void {
  const source = runs[from]?.source;
  let [first, last, size] = [from, from, room.sizeOf(from)];
  while (size < momentTokens) {
    const sides = [first - 1, last + 1].filter((at) => runs[at]?.source === source);
    const next = sides.reduce((a, b) => ((scores[b] ?? 0) >= (scores[a] ?? 0) ? b : a), sides[0] ?? -1);
    const more = room.sizeOf(next);
    if (size + more > momentTokens * mostOver || !room.take(next, limit)) return;
    size += more;
    [first, last] = [Math.min(first, next), Math.max(last, next)];
  }
}
