import type { Run } from "./list-runs.ts";
import type { PassageRoom } from "./passage-room.ts";
import type { UnitIndex } from "./ranking/index-units.ts";
import { rankUnits } from "./ranking/rank-units.ts";

/** One thing that is asked for, in a sentence or so; `source` is the id of the only source that it speaks of. */
export type Point = { readonly text: string; readonly source?: string };

/** As much of a talk as can be understood by itself: about half a minute. Around what is kept something less will do. */
const momentTokens = 200;
const keptTokens = 150;
const mostOver = 1.3;
/** What the least likely moment gets of that. */
const leastShare = 0.2;
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
 * Takes into the room what is kept and the best moments of the points, stretches of talk around the best place of
 * each. Each point's best goes before all others; these come by how near they are to their point's best, and get less
 * room the further off they are, so that a point of which many places speak is shown more of them.
 */
export function chooseMoments(
  runs: readonly Run[],
  index: UnitIndex,
  { points, keep, limit }: ChooseMoments,
  room: PassageRoom,
): void {
  const asked = points.map((point) => rankPoint(runs, index, point));
  const near = asked[0] ?? new Float64Array(runs.length);
  const grow = (from: number, scores: Float64Array, size: number) =>
    growStretch(runs, { from, scores, size }, { sizeOf: room.sizeOf, take: (at) => room.take(at, limit) });
  for (const at of keep) room.take(at, limit);
  for (const at of keep) if (!keep.includes(at - 1)) grow(at, near, keptTokens);
  const moments = asked
    .flatMap((scores) => listPeaks(index, scores).map((peak) => ({ peak, scores, worth: scores[peak] ?? 0 })))
    .sort((a, b) => b.worth - a.worth);
  for (const { peak, scores, worth } of moments)
    grow(peak, scores, momentTokens * (leastShare + (1 - leastShare) * worth));
}

function rankPoint(runs: readonly Run[], index: UnitIndex, { text, source }: Point): Float64Array {
  const scores = rankUnits(index, [{ text, weight: 1 }], "saying");
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

type Stretch = { readonly from: number; readonly scores: Float64Array; readonly size: number };

/** Takes a place and then the better neighbour again and again, while they fit into about `size` tokens and the room. */
function growStretch(
  runs: readonly Run[],
  { from, scores, size }: Stretch,
  room: { readonly sizeOf: (at: number) => number; readonly take: (at: number) => boolean },
): void {
  const source = runs[from]?.source;
  let [first, last, used] = [from, from, room.sizeOf(from)];
  if (!room.take(from)) return;
  while (used < size) {
    const sides = [first - 1, last + 1].filter((at) => runs[at]?.source === source);
    const next = sides.reduce((a, b) => ((scores[b] ?? 0) >= (scores[a] ?? 0) ? b : a), sides[0] ?? -1);
    const more = room.sizeOf(next);
    if (used + more > size * mostOver || !room.take(next)) return;
    used += more;
    [first, last] = [Math.min(first, next), Math.max(last, next)];
  }
}
