import type { Passage } from "./passage.ts";
import type { Transcript, Utterance } from "./transcript.ts";

/** The words of a passage with who said them. */
export type QuotedWords = {
  readonly text: string;
  readonly speaker: string | null;
  readonly startMs: number | null;
};

/** A run of sentences of one utterance as a passage. */
export function toPassage(
  transcript: Transcript,
  utterance: Utterance,
  first: number,
  last: number,
): Passage {
  const sentences = utterance.sentences.slice(first - 1, last);
  return {
    source: transcript.source.id,
    path: transcript.source.path,
    firstUtterance: utterance.number,
    firstSentence: first,
    lastUtterance: utterance.number,
    lastSentence: last,
    firstLine: sentences[0]?.firstLine ?? utterance.firstLine,
    lastLine: sentences.at(-1)?.lastLine ?? utterance.lastLine,
  };
}

/**
 * The source's own words for a passage, or null when it cannot be quoted: it is not there, it runs over
 * more than one utterance, or something was taken out of the source between its sentences.
 */
export function quotePassage(passage: Passage, transcripts: readonly Transcript[]): QuotedWords | null {
  const transcript = transcripts.find(({ source }) => source.id === passage.source);
  // By number, not by place: a source that is read only in part begins with a later one.
  const utterance = transcript?.utterances.find(({ number }) => number === passage.firstUtterance);
  if (!utterance || passage.lastUtterance !== passage.firstUtterance) return null;
  const sentences = utterance.sentences.slice(passage.firstSentence - 1, passage.lastSentence);
  const first = sentences[0];
  if (!first || sentences.length !== passage.lastSentence - passage.firstSentence + 1) return null;
  if (!sentences.every((sentence) => sentence.quotable && sentence.paragraph === first.paragraph))
    return null;
  return {
    text: sentences.map((sentence) => sentence.text).join(" "),
    speaker: utterance.speaker,
    startMs: first.startMs,
  };
}
