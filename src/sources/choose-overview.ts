import type { Passage } from "./passage.ts";
import { chooseSentences } from "./ranking/choose-sentences.ts";
import { listCompared } from "./ranking/expect-words.ts";
import type { Field } from "./ranking/read-question.ts";
import type { Transcript } from "./transcript.ts";

/** A passage with how much it bears on what is asked. */
export type Ranked = { readonly passage: Passage; readonly score: number };

/** Of what lies further off, single sentences say little. */
const mostPassages = 400;

/**
 * Single sentences out of the passages, in about so many words, that together say what a summary of them would say:
 * a way to see what could not be shown whole.
 */
export function chooseOverview(
  transcripts: readonly Transcript[],
  passages: readonly Ranked[],
  { fields, words }: { readonly fields: readonly Field[]; readonly words: number },
): Passage[] {
  const best = passages
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, mostPassages)
    .sort((a, b) => a.at - b.at);
  const sentences = best.flatMap((one) => listSentences(transcripts, one));
  const asked = new Set(fields.flatMap(({ text }) => listCompared(text)));
  return chooseSentences(sentences, asked, words).flatMap((at) => sentences[at]?.passage ?? []);
}

function listSentences(transcripts: readonly Transcript[], { passage, score }: Ranked) {
  const transcript = transcripts.find(({ source }) => source.id === passage.source);
  const utterance = findUtterance(transcript, passage.firstUtterance);
  const sentences = utterance?.sentences.slice(passage.firstSentence - 1, passage.lastSentence) ?? [];
  return sentences.map(({ text, number, firstLine, lastLine }) => ({
    text,
    relevance: score,
    passage: { ...passage, firstSentence: number, lastSentence: number, firstLine, lastLine },
  }));
}

/** An utterance by its number: they are numbered in their order, though a source that is read in part begins with a later one. */
export function findUtterance(transcript: Transcript | undefined, number: number) {
  const first = transcript?.utterances[0]?.number ?? 1;
  const likely = transcript?.utterances[number - first];
  return likely?.number === number
    ? likely
    : transcript?.utterances.find((utterance) => utterance.number === number);
}
