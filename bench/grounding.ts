import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { leastSupport, scoreSupport } from "../src/verification/score-support.ts";

const Row = z.object({ id: z.string(), source: z.array(z.string()), sentence: z.string() });

/**
 * `npm run bench -- grounding --data FILE --out FILE`: for each line of the data, whether its source bears out its
 * sentence, by the function that checks drafts. One JSON object a line: in `{id, source, sentence}`, each utterance of
 * the source as `Name: words`; out `{id, supported, score}`.
 */
export async function run(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { data: { type: "string" }, out: { type: "string" } },
  });
  if (values.data === undefined || values.out === undefined) {
    process.stdout.write("usage: npm run bench -- grounding --data FILE --out FILE\n");
    return 2;
  }
  const lines = readFileSync(values.data, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const answers = lines.map((line) => {
    const { id, source, sentence } = Row.parse(JSON.parse(line));
    const { score } = scoreSupport(sentence, source.map(readUtterance));
    return JSON.stringify({ id, supported: score >= leastSupport, score: Number(score.toFixed(4)) });
  });
  writeFileSync(values.out, `${answers.join("\n")}\n`);
  process.stdout.write(`${answers.length} sentences scored, written to ${values.out}\n`);
  return 0;
}

function readUtterance(written: string): { speaker: string | null; text: string } {
  const [, speaker, text] = /^([^:\n]{1,60}):\s*(.*)$/s.exec(written) ?? [];
  return speaker === undefined || text === undefined ? { speaker: null, text: written } : { speaker, text };
}
