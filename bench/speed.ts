import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { choosePassages } from "../src/sources/choose-passages.ts";
import { parseTranscript } from "../src/sources/parse-transcript.ts";

const words = 1_000_000;
const goals = { ms: 1500, megabytes: 300 };
const rounds = 5;
const mostPoints = 16;
/** Set in the process of its own in which one round is measured. */
const child = "--one-round";

/** About a million words of made-up talk: words as often as in English (Zipf), turns of 5 to 120 words, eight speakers. */
function makeTalk(): string {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const syllables = "ba ce di fo gu la me ni ro su ta ve wi xo zu".split(" ");
  const makeWord = (rank: number) =>
    [...(rank + 20).toString(15)].map((digit) => syllables[Number.parseInt(digit, 15)]).join("");
  const vocabulary = Array.from({ length: 20_000 }, (_, rank) => makeWord(rank));
  const turns: string[] = [];
  for (let count = 0; count < words; ) {
    const length = 5 + Math.floor(115 * random() ** 3);
    const text = Array.from({ length }, (_, at) => {
      const word = vocabulary[Math.floor(20_000 ** random()) - 1] ?? "so";
      return at % 12 === 11 ? `${word}. And` : word;
    });
    turns.push(`**Speaker ${1 + Math.floor(random() * 8)}:** ${text.join(" ")}.`);
    count += length;
  }
  return turns.join("\n\n");
}

/** Parses and chooses once, as a draft does, and prints time and memory. */
function measureOnce(path: string, points: number): void {
  const text = readFileSync(path, "utf8");
  const source = { id: "S1", repository: null, path: "talk.md", commit: null, note: null, text };
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const transcript = parseTranscript(source);
  const parsedAt = performance.now();
  choosePassages(
    [transcript],
    [{ text: "What did Speaker 3 think about baba cece and didi lala?", weight: 1 }],
    {
      maxTokens: 8000,
      countTokens: (part) => Math.ceil(part.length / 4),
      purpose: "stretch",
      points: Array.from({ length: points }, (_, at) => ({
        text: `cece ${"di".repeat(at % 3)} lala wixo xozu`,
      })),
    },
  );
  const { user, system } = process.cpuUsage(cpu);
  const result = {
    parseMs: parsedAt - startedAt,
    rankMs: performance.now() - parsedAt,
    cpuMs: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * A million words parsed and ranked, each round in a process of its own, since memory is counted too; then the same for a
 * brief with as many points as one may have, which is held to nothing.
 */
export async function run(): Promise<number> {
  const [, , , option, path, points] = process.argv;
  if (option === child && path !== undefined) {
    measureOnce(path, Number(points));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "galley-bench-"));
  try {
    const talk = join(folder, "talk.md");
    writeFileSync(talk, makeTalk());
    return report(talk);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(talk: string): number {
  const of = runRounds(talk, 0);
  // CPU, not the clock: what else runs on the machine does not count.
  const ms = of((one) => one.cpuMs);
  const megabytes = of((one) => one.megabytes);
  process.stdout.write(
    `one million words: parsed in ${of((one) => one.parseMs).toFixed(0)} ms, ranked in ${of((one) => one.rankMs).toFixed(0)} ms by the clock (median of ${rounds}, this machine)\n` +
      `speed ${ms.toFixed(0)} ms of CPU (goal below ${goals.ms}), ${megabytes.toFixed(0)} MB (goal below ${goals.megabytes}, with Node itself)\n`,
  );
  const ofPoints = runRounds(talk, mostPoints);
  process.stdout.write(
    `with ${mostPoints} points: ${ofPoints((one) => one.cpuMs).toFixed(0)} ms of CPU, ${ofPoints((one) => one.megabytes).toFixed(0)} MB\n`,
  );
  return ms < goals.ms && megabytes < goals.megabytes ? 0 : 1;
}

type Round = { parseMs: number; rankMs: number; cpuMs: number; megabytes: number };

/** The median of what is picked of each round. */
function runRounds(talk: string, points: number): (pick: (one: Round) => number) => number {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const results = Array.from({ length: rounds }, () => {
    const own = [main, "speed", child, talk, String(points)];
    return JSON.parse(spawnSync(process.execPath, own, { encoding: "utf8" }).stdout) as Round;
  });
  return (pick) => median(results.map(pick));
}
