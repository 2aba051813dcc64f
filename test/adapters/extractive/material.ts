import type { Query } from "../../../src/adapters/extractive/build-query.ts";
import { findStretches, type Stretch } from "../../../src/adapters/extractive/find-stretches.ts";
import { indexSentences, type SentenceIndex } from "../../../src/adapters/extractive/index-sentences.ts";
import { rankSentences } from "../../../src/adapters/extractive/rank-sentences.ts";
import type { WriteRequest } from "../../../src/ports/writer.ts";
import type { Transcript } from "../../../src/sources/transcript.ts";
import { createSpending } from "../../fixtures/scripted-model.ts";
import { briefOf, readFixture } from "../../fixtures/sources.ts";

export const queues = readFixture("two-engineers-on-queues.md");

export function requestOf(title: string, transcripts: readonly Transcript[] = [queues]): WriteRequest {
  return {
    brief: briefOf(title),
    series: null,
    transcripts,
    banned: [],
    tokensPerDraft: 0,
    once: (_step, _schema, make) => make(),
    spending: createSpending(),
  };
}

/** Every stretch of a transcript for a query, the best first. */
export function stretchesOf(
  transcript: Transcript,
  query: Query,
): { index: SentenceIndex; stretches: Stretch[] } {
  const index = indexSentences([transcript]);
  const ranking = rankSentences(index, query);
  const mayQuote = (unit: (typeof index.units)[number]) => unit.sentence.quotable && unit.utterance.quotable;
  return {
    index,
    stretches: findStretches({ index, ranking, mayQuote, onSubject: null, minQuality: 0.35 }),
  };
}
