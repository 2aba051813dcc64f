import { costOf, fitOverview, tokensPerWord } from "./fit-overview.ts";
import { listRuns, type Run } from "./list-runs.ts";
import type { Passage } from "./passage.ts";
import { indexUnits } from "./ranking/index-units.ts";
import { type Purpose, rankUnits } from "./ranking/rank-units.ts";
import type { Field } from "./ranking/read-question.ts";
import type { Transcript } from "./transcript.ts";

/** A run that is at least this relevant speaks for a speaker who has not been heard. */
const worthHearing = 0.5;
/** What is kept of the room for an overview of what cannot be shown. */
const overviewShare = 0.1;

export type ChoosePassages = {
  readonly maxTokens: number;
  readonly countTokens: (text: string) => number;
  readonly purpose: Purpose;
  /** Goes first. */
  readonly keep?: readonly Passage[];
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
  const runs = listRuns(transcripts);
  if (fits(runs, options)) return { passages: runs.map(({ passage }) => passage), leftOut: 0, leftOutOf: {} };
  const scores = rankUnits(indexUnits(runs), fields, options.purpose);
  const chosen = pick(runs, scores, options);
  const left = runs
    .map((run, at) => ({ ...run, score: scores[at] ?? 0 }))
    .filter((_, at) => !chosen.has(runs[at] as Run));
  const shown = [...chosen].reduce((sum, run) => sum + costOf(run, options.countTokens), 0);
  const overview =
    options.purpose === "stretch"
      ? fitOverview(transcripts, left, {
          fields,
          words: (options.maxTokens * overviewShare) / tokensPerWord,
          room: options.maxTokens - shown,
          countTokens: options.countTokens,
        })
      : [];
  return {
    passages: putInOrder(runs, chosen, overview),
    ...countLeft(left, overview),
  };
}

function putInOrder(runs: readonly Run[], chosen: ReadonlySet<Run>, overview: readonly Passage[]): Passage[] {
  const single = new Map<string, Passage[]>();
  const keyOf = ({ source, firstUtterance }: Passage) => `${source} ${firstUtterance}`;
  for (const one of overview) single.set(keyOf(one), [...(single.get(keyOf(one)) ?? []), one]);
  return runs.flatMap((run) => {
    if (chosen.has(run)) return [run.passage];
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

/** Stops counting as soon as it is too much: of a million words only the first few thousand are counted. */
function fits(runs: readonly Run[], { maxTokens, countTokens }: ChoosePassages): boolean {
  let left = maxTokens;
  return runs.every((run) => {
    left -= costOf(run, countTokens);
    return left >= 0;
  });
}

/** Runs that no longer fit are passed over until this many in a row did not. */
const mostMisses = 40;

function pick(runs: readonly Run[], scores: Float64Array, options: ChoosePassages): Set<Run> {
  const { maxTokens, countTokens, purpose, keep = [] } = options;
  const chosen = new Set<Run>();
  let left = purpose === "stretch" ? maxTokens * (1 - overviewShare) : maxTokens;
  let misses = 0;
  for (const run of orderRuns(runs, scores, keep)) {
    const cost = costOf(run, countTokens);
    misses = cost > left ? misses + 1 : 0;
    if (misses > mostMisses) break;
    if (cost > left) continue;
    chosen.add(run);
    left -= cost;
  }
  return chosen;
}

function orderRuns(runs: readonly Run[], scores: Float64Array, keep: readonly Passage[]): Set<Run> {
  const ranked = runs
    .map((run, at) => ({ run, score: scores[at] ?? 0, at }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const kept =
    keep.length === 0 ? [] : ranked.filter(({ run }) => keep.some((other) => overlaps(run.passage, other)));
  const heard = new Set<number | string>(kept.map(({ run }) => run.source));
  const isFirst = (key: number | string) => !heard.has(key) && heard.add(key);
  const sources = keep.length > 0 ? [] : ranked.filter(({ run }) => isFirst(run.source));
  for (const { run } of [...kept, ...sources]) heard.add(`speaker ${run.speaker}`);
  const speakers = ranked.filter(
    ({ run, score }) => score >= worthHearing && isFirst(`speaker ${run.speaker}`),
  );
  return new Set([...kept, ...sources, ...speakers, ...ranked].map(({ run }) => run));
}

function overlaps(run: Passage, other: Passage): boolean {
  const isAfter = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  return (
    run.source === other.source &&
    !isAfter([run.firstUtterance, run.firstSentence], [other.lastUtterance, other.lastSentence]) &&
    !isAfter([other.firstUtterance, other.firstSentence], [run.lastUtterance, run.lastSentence])
  );
}
