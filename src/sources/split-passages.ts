import type { Passage } from "./passage.ts";
import { toPassage } from "./quote-passage.ts";
import type { Transcript, Utterance } from "./transcript.ts";

/**
 * The sentences of these passages, each once and in the order of the sources: runs of one utterance, where a passage may
 * go over several. What the transcripts do not hold is left out.
 */
export function splitPassages(passages: readonly Passage[], transcripts: readonly Transcript[]): Passage[] {
  return transcripts.flatMap((transcript) => {
    const own = passages.filter(({ source }) => source === transcript.source.id);
    if (own.length === 0) return [];
    return transcript.utterances.flatMap((utterance) => {
      const near = own.filter(
        ({ firstUtterance, lastUtterance }) =>
          utterance.number >= firstUtterance && utterance.number <= lastUtterance,
      );
      return listRuns(near, utterance).map(([first, last]) => toPassage(transcript, utterance, first, last));
    });
  });
}

/** First and last number of each run of sentences that a passage holds. */
function listRuns(passages: readonly Passage[], { number, sentences }: Utterance): [number, number][] {
  const runs: [number, number][] = [];
  if (passages.length === 0) return runs;
  for (const sentence of sentences.map((one) => one.number)) {
    if (!passages.some((passage) => holds(passage, number, sentence))) continue;
    const run = runs.at(-1);
    if (run && run[1] === sentence - 1) run[1] = sentence;
    else runs.push([sentence, sentence]);
  }
  return runs;
}

function holds(passage: Passage, utterance: number, sentence: number): boolean {
  const isAfter = utterance > passage.firstUtterance || sentence >= passage.firstSentence;
  const isBefore = utterance < passage.lastUtterance || sentence <= passage.lastSentence;
  return isAfter && isBefore;
}
