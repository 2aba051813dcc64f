import { chooseMoments, type Point } from "./choose-moments.ts";
import { fitOverview, tokensPerWord } from "./fit-overview.ts";
import { listRuns, type Run } from "./list-runs.ts";
import { orderRuns } from "./order-runs.ts";
import type { Passage } from "./passage.ts";
import { createRoom, type PassageRoom } from "./passage-room.ts";
import { indexUnits, type UnitIndex } from "./ranking/index-units.ts";
import { type Purpose, rankUnits } from "./ranking/rank-units.ts";
import type { Field } from "./ranking/read-question.ts";
import type { Transcript } from "./transcript.ts";

/** What the moments of the points may take of the room, when it is to show a stretch too. */
const pointShare = 0.8;
/** Where single moments are looked for, so many sentences stay together at most. */
const momentRun = 2;
/** What is kept of the room for an overview of what cannot be shown. */
const overviewShare = 0.1;

export type ChoosePassages = {
  readonly maxTokens: number;
  readonly countTokens: (text: string) => number;
  readonly purpose: Purpose;
  /** Goes first. */
  readonly keep?: readonly Passage[];
  /** Single things that are asked for: the best moments of each go before what bears on the whole. */
  readonly points?: readonly Point[];
};

/**
 * Passages in the order of the sources, and how many sentences there was no room for: in all, and by the id of each
 * source that lost some.
 */
export type ChosenPassages = {
  readonly passages: readonly Passage[];
  readonly leftOut: number;
  readonly leftOutOf: Readonly<Record<string, number>>;
};

/**
 * The passages that bear most on the fields and fit into `maxTokens`. What fits as a whole is taken as a whole;
 * else every source is heard once before any is heard twice, then every speaker who says something to the point, then
 * the best. For a stretch, single sentences at the end give an overview of what had no room.
 */
export function choosePassages(
  transcripts: readonly Transcript[],
  fields: readonly Field[],
  options: ChoosePassages,
): ChosenPassages {
  const runs = options.points?.length ? listRuns(transcripts, momentRun) : listRuns(transcripts);
  if (fits(runs, options)) return { passages: runs.map(({ passage }) => passage), leftOut: 0, leftOutOf: {} };
  const index = indexUnits(runs);
  const scores = rankUnits(index, fields, options.purpose);
  const room = createRoom(runs, options.countTokens);
  fill(runs, index, scores, options, room);
  const left = runs
    .map((run, at) => ({ ...run, score: scores[at] ?? 0 }))
    .filter((_, at) => !room.taken.has(at));
  const overview =
    options.purpose === "stretch"
      ? fitOverview(transcripts, left, {
          fields,
          words: (options.maxTokens * overviewShare) / tokensPerWord,
          room: options.maxTokens - room.used(),
          countTokens: options.countTokens,
        })
      : [];
  return { passages: putInOrder(runs, room.taken, overview), ...countLeft(left, overview) };
}

function putInOrder(
  runs: readonly Run[],
  taken: ReadonlySet<number>,
  overview: readonly Passage[],
): Passage[] {
  const single = new Map<string, Passage[]>();
  const keyOf = ({ source, firstUtterance }: Passage) => `${source} ${firstUtterance}`;
  for (const one of overview) single.set(keyOf(one), [...(single.get(keyOf(one)) ?? []), one]);
  return runs.flatMap((run, at) => {
    if (taken.has(at)) return [run.passage];
    const { firstSentence, lastSentence } = run.passage;
    const own = single.get(keyOf(run.passage)) ?? [];
    return own.filter((one) => one.firstSentence >= firstSentence && one.lastSentence <= lastSentence);
  });
}

function countLeft(left: readonly Run[], overview: readonly Passage[]) {
  const leftOutOf: Record<string, number> = {};
  const add = (id: string, count: number) => {
    const sum = (leftOutOf[id] ?? 0) + count;
    if (sum > 0) leftOutOf[id] = sum;
    else delete leftOutOf[id];
  };
  for (const { passage, sentences } of left) add(passage.source, sentences);
  for (const { source } of overview) add(source, -1);
  return { leftOut: Object.values(leftOutOf).reduce((sum, count) => sum + count, 0), leftOutOf };
}

/** Stops counting as soon as it is too much. */
function fits(runs: readonly Run[], { maxTokens, countTokens }: ChoosePassages): boolean {
  const room = createRoom(runs, countTokens);
  return runs.every((_, at) => room.take(at, maxTokens));
}

/** Runs that no longer fit are passed over until this many in a row did not. */
const mostMisses = 40;

/** First what is to be kept and the moments of the points, then what bears on the whole. */
function fill(
  runs: readonly Run[],
  index: UnitIndex,
  scores: Float64Array,
  { maxTokens, purpose, keep = [], points = [] }: ChoosePassages,
  room: PassageRoom,
): void {
  const kept = [...runs.keys()].filter((at) => keep.some((other) => overlaps(runs[at]?.passage, other)));
  const isStretch = purpose === "stretch";
  if (points.length > 0) {
    const limit = isStretch ? maxTokens * pointShare : maxTokens;
    chooseMoments(runs, index, { points, keep: kept, limit }, room);
  }
  const limit = isStretch ? maxTokens * (1 - overviewShare) : maxTokens;
  const before = new Set([...kept, ...room.taken]);
  let misses = 0;
  for (const at of orderRuns(runs, scores, { before, isGiven: keep.length > 0 })) {
    misses = room.take(at, limit) ? 0 : misses + 1;
    if (misses > mostMisses) return;
  }
}

function overlaps(run: Passage | undefined, other: Passage): boolean {
  const isAfter = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  return (
    run?.source === other.source &&
    !isAfter([run.firstUtterance, run.firstSentence], [other.lastUtterance, other.lastSentence]) &&
    !isAfter([other.firstUtterance, other.firstSentence], [run.lastUtterance, run.lastSentence])
  );
}
