import { parseArgs } from "node:util";
import { commonWords } from "../src/sources/ranking/common-words.ts";
import { countUses, listCompared, measureWord } from "../src/sources/ranking/expect-words.ts";
import { indexUnits } from "../src/sources/ranking/index-units.ts";
import { measureUnits, sizesOf } from "../src/sources/ranking/measure-units.ts";
import { rankUnits } from "../src/sources/ranking/rank-units.ts";
import { readQuestion } from "../src/sources/ranking/read-question.ts";
import { shortenSentence } from "../src/sources/ranking/shorten-sentence.ts";
import { stretchWeights } from "../src/sources/ranking/weights.ts";
import { splitSentences } from "../src/sources/split-sentences.ts";
import { type Labelled, readLabelled } from "./support/labelled.ts";
import { fitLogistic, type Sample } from "./support/logistic.ts";

const names = stretchWeights.features.map(([name]) => name);
/** A function word that summaries use less often than this is left to chance. */
const leastRate = 0.004;

/** Learns and prints the numbers of `weights.ts` and `summary-weights.ts` from QMSum's training and validation parts. */
export async function run(): Promise<number> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { data: { type: "string" } } });
  if (values.data === undefined) {
    process.stderr.write(
      "npm run bench -- learn --data FOLDER, the folder that holds QMSum's train and val\n",
    );
    return 1;
  }
  const meetings = readLabelled(values.data);
  const stretch = fitLogistic(meetings.flatMap(sampleTurns));
  print("stretch", Object.fromEntries([...names, "constant"].map((name, at) => [name, round(stretch[at])])));
  print("words", fitLogistic(meetings.flatMap(sampleWords), 1e-4).map(round));
  print("rates", listRates(meetings));
  return 0;
}

/** Each query counts the same, and its gold as much as the rest. */
function sampleTurns({ turns, queries }: Labelled): Sample[] {
  const index = indexUnits(turns.map((turn) => ({ ...turn, source: 0 })));
  const sizes = sizesOf(index);
  return queries.flatMap(({ query, gold }) => {
    if (gold === null) return [];
    const get = measureUnits(index, readQuestion([{ text: query, weight: 1 }], index));
    const isTrue = Uint8Array.from(turns, (_, at) => (gold.has(at) ? 1 : 0));
    const inside = sizes.reduce((sum, size, at) => sum + size * (isTrue[at] ?? 0), 0);
    const outside = sizes.reduce((sum, size) => sum + size, 0) - inside;
    const counts = sizes.map((size, at) => size / 2 / ((isTrue[at] ? inside : outside) || 1));
    return [{ columns: names.map(get), isTrue, counts }];
  });
}

function sampleWords({ turns, queries }: Labelled): Sample[] {
  const index = indexUnits(turns.map((turn) => ({ ...turn, source: 0 })));
  const sentences = turns.flatMap(({ text }, turn) =>
    splitSentences(text).map(({ start, end }) => ({
      turn,
      words: listCompared(shortenSentence(text.slice(start, end))),
    })),
  );
  return queries.map(({ query, answer }) => {
    const scores = rankUnits(index, [{ text: query, weight: 1 }], "stretch");
    const uses = countUses(sentences.map(({ turn, words }) => ({ words, relevance: scores[turn] ?? 0 })));
    const said = new Set(listCompared(answer));
    const asked = new Set(listCompared(query));
    const vocabulary = [...uses.plain.keys()];
    const rows = vocabulary.map((word) => measureWord(word, uses, asked, listCompared(answer).length));
    return {
      columns: (rows[0] ?? []).map((_, column) => Float64Array.from(rows, (row) => row[column] ?? 0)),
      isTrue: Uint8Array.from(vocabulary, (word) => (said.has(word) ? 1 : 0)),
      counts: new Float64Array(vocabulary.length).fill(20 / vocabulary.length),
    };
  });
}

function listRates(meetings: readonly Labelled[]): Record<string, number> {
  const words = meetings.flatMap(({ queries }) => queries.flatMap(({ answer }) => listCompared(answer)));
  const counts = new Map<string, number>();
  for (const word of words) if (commonWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rates = [...counts].map(
    ([word, count]) => [word, Math.round((1000 * count) / words.length) / 1000] as const,
  );
  return Object.fromEntries(rates.filter(([, rate]) => rate >= leastRate).sort(([, a], [, b]) => b - a));
}

function round(value = 0): number {
  return Math.round(value * 100) / 100;
}

function print(name: string, value: unknown): void {
  process.stdout.write(`${name}: ${JSON.stringify(value)}\n`);
}
