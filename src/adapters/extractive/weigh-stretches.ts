import { listSubjects } from "../../drafting/describe-brief.ts";
import type { WriteRequest } from "../../ports/writer.ts";
import { indexUnits } from "../../sources/ranking/index-units.ts";
import { rankUnits } from "../../sources/ranking/rank-units.ts";
import type { SentenceIndex } from "./index-sentences.ts";
import type { Ranking } from "./rank-sentences.ts";

/** What a sentence keeps of its relevance where nothing around it bears on the brief. */
const least = 0.5;

/**
 * The ranking with each sentence weighed by the stretch of talk it stands in, as passages for a language model are
 * chosen: what names the brief's words in passing counts for less than what stands amid talk about it.
 */
export function weighStretches(
  ranking: Ranking,
  index: SentenceIndex,
  { brief, series, transcripts }: WriteRequest,
): Ranking {
  const units = index.units.map(({ transcript, utterance, sentence }) => ({
    speaker: utterance.speaker,
    text: sentence.text,
    source: transcripts.indexOf(transcript),
  }));
  const bearing = rankUnits(indexUnits(units), listSubjects(brief, series, transcripts), "stretch");
  return {
    ...ranking,
    relevance: ranking.relevance.map((value, at) => value * (least + (1 - least) * (bearing[at] ?? 0))),
  };
}
