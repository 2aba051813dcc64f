import { z } from "zod";
import { parseTranscript } from "../src/sources/parse-transcript.ts";
import type { Passage } from "../src/sources/passage.ts";
import type { Transcript } from "../src/sources/transcript.ts";
import { checkClaims } from "../src/verification/claims/check-claims.ts";
import { leastSupport, scoreSupport } from "../src/verification/claims/score-support.ts";
import { readEnds, readObjects, writeLines } from "./support/read-input.ts";
import { balancedAccuracy, compareFolds } from "./support/two-folds.ts";

const Row = z.object({
  id: z.string(),
  source: z.array(z.string()),
  sentence: z.string(),
  supported: z.boolean().optional(),
});
type Row = z.infer<typeof Row>;

const Named = z.object({ id: z.string() });

/**
 * `npm run bench -- grounding --data FILE --out FILE`: for each line of the data, whether its source bears out its
 * sentence, by the function that checks drafts. One JSON object a line: in `{id, source, sentence}`, each utterance of
 * the source as `Name: words`; out `{id, supported, score}`. Where the data has labels (`supported`), it also says how
 * well they are met, and exits with 1 below the goal.
 */
export async function run(): Promise<number> {
  const ends = readEnds("grounding");
  if (!ends) return 2;
  const read = readObjects(ends.data).map((value) => ({
    row: Row.safeParse(value),
    id: Named.safeParse(value).data,
  }));
  const rows = read.flatMap(({ row }) => row.data ?? []);
  const scores = new Map(
    rows.map((row) => [row, scoreSupport(row.sentence, row.source.map(readUtterance)).score]),
  );
  writeLines(
    ends.out,
    read.map(({ row, id }) => {
      const score = row.data && scores.get(row.data);
      if (!row.data || score === undefined) return { ...id, error: "not a sentence as the kit dumps it" };
      return { id: row.data.id, supported: score >= leastSupport, score: Number(score.toFixed(4)) };
    }),
  );
  process.stdout.write(`${rows.length} sentences scored, written to ${ends.out}\n`);
  const isLabelled = rows.length > 0 && rows.every(({ supported }) => supported !== undefined);
  return isLabelled ? judge(rows, scores) : 0;
}

function readUtterance(written: string): { speaker: string | null; text: string } {
  const [, speaker, text] = /^([^:\n]{1,60}):\s*(.*)$/s.exec(written) ?? [];
  return speaker === undefined || text === undefined ? { speaker: null, text: written } : { speaker, text };
}

const goal = 0.72;

function judge(rows: readonly Row[], scores: ReadonlyMap<Row, number>): number {
  const sources = [...new Set(rows.map(({ source }) => source.join("\n")))];
  const scored = rows.map((row) => ({
    score: scores.get(row) ?? 0,
    supported: row.supported === true,
    fold: sources.indexOf(row.source.join("\n")) % 2,
  }));
  const { folds, mean } = compareFolds(scored);
  const percent = (share: number) => (100 * share).toFixed(1);
  const flagged = (isSupported: boolean) => {
    const list = rows.filter(({ supported }) => supported === isSupported);
    return percent(list.filter(hasFinding).length / (list.length || 1));
  };
  process.stdout.write(
    `balanced accuracy: two folds ${percent(mean)} (${folds.map(percent).join(", ")}), at ${leastSupport} ${percent(balancedAccuracy(scored, leastSupport))}; goal ${percent(goal)}\n` +
      `with a finding of the checks: ${flagged(true)} % of the supported, ${flagged(false)} % of the unsupported\n`,
  );
  return mean >= goal ? 0 : 1;
}

/** What a pull request would say of a sentence that cites the whole source. */
function hasFinding({ source, sentence }: Row): boolean {
  const text = source
    .map(readUtterance)
    .flatMap(({ speaker, text }) => (text.trim() === "" ? [] : [`**${speaker ?? "Somebody"}:** ${text}`]))
    .join("\n\n");
  const read = { id: "S1", repository: null, path: "talk.md", commit: null, note: null, text };
  const transcript = parseTranscript(read);
  return checkClaims([{ text: sentence, passages: [wholeOf(transcript)] }], [transcript]).length > 0;
}

function wholeOf({ source, utterances }: Transcript): Passage {
  const last = utterances.at(-1);
  return {
    source: source.id,
    path: source.path,
    firstUtterance: 1,
    firstSentence: 1,
    lastUtterance: last?.number ?? 1,
    lastSentence: last?.sentences.length ?? 1,
    firstLine: 1,
    lastLine: last?.lastLine ?? 1,
  };
}
