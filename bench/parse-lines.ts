import { readFileSync } from "node:fs";
import { UserError } from "../src/errors.ts";
import { parseTranscript } from "../src/sources/parse-transcript.ts";

const sample = readFileSync(
  new URL("../src/cli/demo-repository/interviews/2026-03-23-restore-drills.md", import.meta.url),
  "utf8",
);
const longBytes = 5_000_000;
const parts = 100;
/** A long line may take this much longer a byte than short ones; what is quadratic takes a hundred times as long. */
const bound = 3;

/** Lines without an end, each the worst for some expression or other, and the formats in which it is. */
const hostile: readonly (readonly [part: string, ...paths: string[]])[] = [
  ["and then we moved it again ", "a.md", "a.vtt"],
  ["a", "a.md", "a.vtt"],
  ["[", "a.md"],
  ["[a](", "a.md"],
  ["<!--", "a.md", "a.html"],
  ["<b>", "a.md", "a.vtt", "a.html"],
  ["*a ", "a.md"],
  ["0:00 ", "a.txt"],
  ["00:00:01,000 --> ", "a.srt"],
  ["Yes. ", "a.txt"],
  ["&amp;", "a.vtt", "a.html"],
];

function measure(text: string, path: string): number {
  const startedAt = performance.now();
  try {
    parseTranscript({ id: "S1", repository: null, path, commit: null, note: null, text });
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
  }
  return performance.now() - startedAt;
}

function open(path: string): string {
  return path.endsWith(".vtt") ? "WEBVTT\n\n00:01.000 --> 00:02.000\n" : "";
}

/** Ten transcripts of 100,000 words each, held together. */
function measureTalk(): { readonly cpuMs: number; readonly megabytes: number } {
  const words = sample.split(/\s+/).length;
  const body = sample.replace(/---[\s\S]*?---/, "");
  const text = Array.from({ length: Math.ceil(100_000 / words) }, () => body).join("\n\n");
  let megabytes = 0;
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    const held = Array.from({ length: 10 }, (_, index) =>
      parseTranscript({ id: "S1", repository: null, path: `${index}.md`, commit: null, note: null, text }),
    );
    const { user, system } = process.cpuUsage(before);
    megabytes = Math.max(megabytes, held.length > 0 ? process.memoryUsage().rss / 1e6 : 0);
    return (user + system) / 1000;
  });
  return { cpuMs: times.toSorted((a, b) => a - b)[2] ?? 0, megabytes };
}

/** One line of 5 MB against a hundred of 50 KB, in one run; then a million words of plain talk. */
export async function run(): Promise<number> {
  const talk = measureTalk();
  let worst = { ratio: 0, what: "" };
  for (const [part, ...paths] of hostile)
    for (const path of paths) {
      const long = part.repeat(longBytes / part.length);
      const short = part.repeat(longBytes / parts / part.length);
      measure(open(path) + short, path);
      let shortMs = 0;
      for (let count = 0; count < parts; count += 1) shortMs += measure(open(path) + short, path);
      const longMs = measure(open(path) + long, path);
      // Below this the clock and the collector decide.
      const ratio = longMs / Math.max(shortMs, 250);
      if (ratio > worst.ratio)
        worst = { ratio, what: `${JSON.stringify(part)} in ${path}, ${longMs.toFixed(0)} ms` };
    }
  process.stdout.write(
    `a line of 5 MB against short ones, per byte, the worst of ${hostile.flatMap(([, ...paths]) => paths).length}: ${worst.ratio.toFixed(2)} (${worst.what}; at most ${bound})\n` +
      `a million words parsed: ${talk.cpuMs.toFixed(0)} ms of CPU (median of 5, this machine), ${talk.megabytes.toFixed(0)} MB in all with every transcript held\n`,
  );
  return worst.ratio <= bound ? 0 : 1;
}
