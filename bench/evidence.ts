import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { decodeText } from "../src/sources/decode-text.ts";
import { listRuns } from "../src/sources/list-runs.ts";
import { parseTranscript } from "../src/sources/parse-transcript.ts";
import { indexUnits } from "../src/sources/ranking/index-units.ts";
import { rankUnits } from "../src/sources/ranking/rank-units.ts";
import { readEnds, readObjects, writeLines } from "./support/read-input.ts";

const Highlight = z.object({ id: z.string(), transcript: z.string(), highlight: z.string() });

const Named = z.object({ id: z.string() });

const mostTimes = 5;
/** Two answers nearer than this are one. */
const apartSeconds = 90;

/** For each highlight the moments it may come from, the best first, as passages for a section are ranked. */
export async function run(): Promise<number> {
  const ends = readEnds("evidence");
  if (!ends) return 1;
  const folder = statSync(ends.data).isDirectory() ? ends.data : dirname(ends.data);
  const calls = new Map<string, ReturnType<typeof readCall>>();
  const lines = readObjects(ends.data).map((value) => {
    const read = Highlight.safeParse(value);
    if (!read.success)
      return { ...Named.safeParse(value).data, error: "not a highlight as the kit dumps it" };
    const { id, transcript, highlight } = read.data;
    try {
      const call = calls.get(transcript) ?? readCall(resolve(folder, transcript));
      calls.set(transcript, call);
      return { id, times: listTimes(call, highlight) };
    } catch (error) {
      return { id, times: [], error: error instanceof Error ? error.message : String(error) };
    }
  });
  writeLines(ends.out, lines);
  process.stdout.write(`${lines.length} lines written to ${ends.out}\n`);
  return 0;
}

function readCall(path: string) {
  const text = decodeText(readFileSync(path));
  const source = { id: "S1", repository: null, path, commit: null, note: null, text };
  return indexUnits(listRuns([parseTranscript(source)], 1));
}

function listTimes(call: ReturnType<typeof readCall>, highlight: string): number[] {
  const scores = rankUnits(call, [{ text: highlight, weight: 1 }], "moment");
  const times: number[] = [];
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  for (const at of order) {
    const seconds = (call.units[at]?.startMs ?? 0) / 1000;
    if (times.every((other) => Math.abs(other - seconds) > apartSeconds)) times.push(seconds);
    if (times.length === mostTimes) break;
  }
  return times;
}
