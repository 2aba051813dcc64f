import { listRuns } from "../src/sources/list-runs.ts";
import { indexUnits } from "../src/sources/ranking/index-units.ts";
import { rankUnits } from "../src/sources/ranking/rank-units.ts";
import { answerEach, type Meeting, toTranscript } from "./support/meeting.ts";
import { readEnds, readObjects, writeLines } from "./support/read-input.ts";

/** For each query of each meeting its turns, the best first, as `choosePassages` ranks them. */
export async function run(): Promise<number> {
  const ends = readEnds("passages");
  if (!ends) return 1;
  const lines = readObjects(ends.data).flatMap((value) => answerEach(value, rankTurns));
  writeLines(ends.out, lines);
  process.stdout.write(`${lines.length} lines written to ${ends.out}\n`);
  return 0;
}

function rankTurns(meeting: Meeting): { id: string; turns: number[] }[] {
  const runs = listRuns([toTranscript(meeting)]);
  const index = indexUnits(runs);
  return meeting.queries.map(({ id, query }) => {
    const scores = rankUnits(index, [{ text: query, weight: 1 }], "stretch");
    const best = new Float64Array(meeting.turns.length).fill(-1);
    for (const [at, { passage }] of runs.entries()) {
      const turn = passage.firstUtterance - 1;
      best[turn] = Math.max(best[turn] ?? 0, scores[at] ?? 0);
    }
    // A turn without a word is no utterance: it goes with the turn before it.
    for (const [at, score] of best.entries()) if (score < 0) best[at] = best[at - 1] ?? 0;
    const order = [...best.keys()].sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0) || a - b);
    return { id, turns: order.flatMap((at) => meeting.turns[at]?.i ?? []) };
  });
}
