import { readFileSync } from "node:fs";
import { createExtractiveWriter } from "../src/adapters/extractive/extractive-writer.ts";
import { parseBrief } from "../src/sources/parse-brief.ts";
import { parseTranscript } from "../src/sources/parse-transcript.ts";

const sample = readFileSync(
  new URL("../src/cli/demo-repository/interviews/2026-03-23-restore-drills.md", import.meta.url),
  "utf8",
);
const brief = parseBrief("Nobody restores the backup they are proud of", "");

/** About this many words are an hour of talk. */
const hourWords = 9_000;

/** A talk of `hours`: our own interview over and over, each time with other words so that no sentence repeats. */
function makeTalk(hours: number): string {
  const wordsEach = sample.split(/\s+/).length;
  const copies = Math.ceil((hours * hourWords) / wordsEach);
  return Array.from({ length: copies }, (_, index) =>
    sample
      .replaceAll(/\b(backup|restore|drill|plan)\b/g, (word) => `${word}${index % 7}`)
      .replaceAll(/---[\s\S]*?---/g, ""),
  ).join("\n\n");
}

async function measure(text: string): Promise<{ parseMs: number; writeMs: number }> {
  const source = { id: "S1", repository: null, path: "talk.md", commit: null, note: null, text };
  const startedAt = performance.now();
  const transcript = parseTranscript(source);
  const parsedAt = performance.now();
  await createExtractiveWriter().write(
    {
      brief,
      series: null,
      transcripts: [transcript],
      banned: [],
      tokensPerDraft: 0,
      once: (_step, _schema, make) => make(),
      spending: { load: async () => ({ promptTokens: 0, completionTokens: 0 }), save: async () => {} },
    },
    new AbortController().signal,
  );
  return { parseMs: parsedAt - startedAt, writeMs: performance.now() - parsedAt };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Four hours against one, side by side in one run: at most six times the time, or it is not linear enough. */
export async function run(): Promise<number> {
  const one = makeTalk(1);
  const four = makeTalk(4);
  const parse: number[] = [];
  const write: number[] = [];
  const hours: number[] = [];
  await measure(one);
  for (let round = 0; round < 5; round += 1) {
    const short = await measure(one);
    const long = await measure(four);
    parse.push(long.parseMs / short.parseMs);
    write.push(long.writeMs / short.writeMs);
    hours.push(short.parseMs + short.writeMs);
  }
  process.stdout.write(
    `four hours against one: parse ratio ${median(parse).toFixed(1)}, write ratio ${median(write).toFixed(1)} (at most 6)\n` +
      `one hour of talk, parsed and written: ${median(hours).toFixed(0)} ms (median of 5, this machine)\n`,
  );
  return median(parse) <= 6 && median(write) <= 6 ? 0 : 1;
}
