import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { findDetails } from "../src/verification/names/find-details.ts";
import { readEnds } from "./support/read-input.ts";

const Row = z.object({ id: z.string(), text: z.string() });

/**
 * `--data FILE --out FILE`: reads lines of `{"id","text"}` and writes lines of `{"id","spans":[[start,end,"KIND"]]}`,
 * in UTF-16 offsets.
 */
export async function run(): Promise<number> {
  const files = readEnds("names", '--data FILE --out FILE, where a line is {"id","text"}');
  if (!files) return 1;
  const rows = readFileSync(files.data, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Row.parse(JSON.parse(line)));
  findDetails("Warm up the lexicon, Maria.");
  const startedAt = performance.now();
  const found = rows.map(({ id, text }) => ({
    id,
    spans: findDetails(text).map(({ start, end, kind }) => [start, end, kind.toUpperCase()]),
  }));
  const tookMs = performance.now() - startedAt;
  writeFileSync(files.out, found.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const characters = rows.reduce((sum, { text }) => sum + text.length, 0);
  const spans = found.reduce((sum, row) => sum + row.spans.length, 0);
  process.stdout.write(
    `${spans} spans in ${rows.length} texts of ${characters} characters, ${tookMs.toFixed(0)} ms (this machine)\n`,
  );
  return 0;
}
