import { foldWords } from "../../sources/fold-words.ts";
import type { Passage } from "../../sources/passage.ts";
import { toPassage } from "../../sources/quote-passage.ts";
import type { Transcript, Utterance } from "../../sources/transcript.ts";

/** What was said in one go, as folded words that know their sentences. */
export type Speech = {
  readonly transcript: Transcript;
  readonly utterance: Utterance;
  readonly words: readonly string[];
  /** For each word the place of its sentence in the utterance, from 1. */
  readonly sentences: readonly number[];
};

/** Every utterance of these sources, ready to be searched. */
export function indexSpeech(transcripts: readonly Transcript[]): Speech[] {
  return transcripts.flatMap((transcript) =>
    transcript.utterances.map((utterance) => {
      const folded = utterance.sentences.map(({ text }) => foldWords(text));
      return {
        transcript,
        utterance,
        words: folded.flat(),
        sentences: folded.flatMap((words, index) => words.map(() => index + 1)),
      };
    }),
  );
}

/** The sentences from one word to another as a passage. */
export function passageAt({ transcript, utterance, sentences }: Speech, from: number, to: number): Passage {
  return toPassage(transcript, utterance, sentences[from] ?? 1, sentences[to] ?? sentences[from] ?? 1);
}
