import { chooseOverview } from "../src/sources/choose-overview.ts";
import { listRuns } from "../src/sources/list-runs.ts";
import { indexUnits } from "../src/sources/ranking/index-units.ts";
import { rankUnits } from "../src/sources/ranking/rank-units.ts";
import { shortenSentence } from "../src/sources/ranking/shorten-sentence.ts";
import { answerEach, type Meeting, toTranscript } from "./support/meeting.ts";
import { readEnds, readObjects, writeLines } from "./support/read-input.ts";

/** For each query an overview in as many words as it asks for, by the function that shows writers what had no room. */
export async function run(): Promise<number> {
  const ends = readEnds("summaries");
  if (!ends) return 1;
  const lines = readObjects(ends.data).flatMap((value) => answerEach(value, summarise));
  writeLines(ends.out, lines);
  process.stdout.write(`${lines.length} lines written to ${ends.out}\n`);
  return 0;
}

function summarise(meeting: Meeting): { id: string; summary: string }[] {
  const transcript = toTranscript(meeting);
  const runs = listRuns([transcript]);
  const index = indexUnits(runs);
  const utterances = new Map(transcript.utterances.map((one) => [one.number, one]));
  return meeting.queries.map(({ id, query, words }) => {
    const fields = [{ text: query, weight: 1 }];
    const scores = rankUnits(index, fields, "stretch");
    const ranked = runs.map(({ passage }, at) => ({ passage, score: scores[at] ?? 0 }));
    const texts = chooseOverview([transcript], ranked, { fields, words }).map(
      ({ firstUtterance, firstSentence }) =>
        shortenSentence(utterances.get(firstUtterance)?.sentences[firstSentence - 1]?.text ?? ""),
    );
    return { id, summary: texts.join(" ") };
  });
}
