import type { Passage } from "./passage.ts";
import { toPassage } from "./quote-passage.ts";
import type { Unit } from "./ranking/index-units.ts";
import type { Transcript } from "./transcript.ts";

/** Sentences of a long speech that stay together. */
const runLength = 6;

/** A passage as it is ranked: sentences of one speech, one after the other. */
export type Run = Unit & { readonly passage: Passage; readonly sentences: number };

/** All that the transcripts hold as runs of at most `most` sentences, in their order. */
export function listRuns(transcripts: readonly Transcript[], most = runLength): Run[] {
  return transcripts.flatMap((transcript, source) =>
    transcript.utterances.flatMap((utterance) => {
      const runs: Run[] = [];
      for (let first = 1; first <= utterance.sentences.length; first += most) {
        const sentences = utterance.sentences.slice(first - 1, first - 1 + most);
        runs.push({
          passage: toPassage(transcript, utterance, first, first + sentences.length - 1),
          sentences: sentences.length,
          speaker: utterance.speaker,
          text: sentences.map(({ text }) => text).join(" "),
          source,
          startMs: sentences[0]?.startMs ?? utterance.startMs,
        });
      }
      return runs;
    }),
  );
}
