import { chooseOverview, findUtterance, type Ranked } from "./choose-overview.ts";
import type { Run } from "./list-runs.ts";
import type { Passage } from "./passage.ts";
import type { Field } from "./ranking/read-question.ts";
import type { Transcript } from "./transcript.ts";

type CountTokens = (text: string) => number;

/** What the number, the speaker and the line break of a sentence take. */
const tokensPerSentence = 6;
/** About as many as plain English takes. */
export const tokensPerWord = 1.5;

/** How often an overview that came out too long is tried again with fewer words. */
const mostTries = 4;

/** What sentences of one speaker take of the room. */
export function costOf(
  { text, speaker, sentences }: Pick<Run, "text" | "speaker" | "sentences">,
  countTokens: CountTokens,
): number {
  return countTokens(text) + countTokens(speaker ?? "") + sentences * tokensPerSentence;
}

/**
 * An overview in about so many words that takes at most `room` tokens: long words, another script and long names
 * take several times those of plain English. Empty when nothing fits.
 */
export function fitOverview(
  transcripts: readonly Transcript[],
  passages: readonly Ranked[],
  from: {
    readonly fields: readonly Field[];
    readonly words: number;
    readonly room: number;
    readonly countTokens: CountTokens;
  },
): Passage[] {
  const { fields, room, countTokens } = from;
  let { words } = from;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const overview = chooseOverview(transcripts, passages, { fields, words });
    const cost = overview.reduce((sum, one) => sum + costOfPassage(one, transcripts, countTokens), 0);
    if (cost <= room) return overview;
    words *= (room / cost) * 0.9;
  }
  return [];
}

function costOfPassage(
  { source, firstUtterance, firstSentence, lastSentence }: Passage,
  transcripts: readonly Transcript[],
  countTokens: CountTokens,
): number {
  const transcript = transcripts.find((one) => one.source.id === source);
  const utterance = findUtterance(transcript, firstUtterance);
  const sentences = utterance?.sentences.slice(firstSentence - 1, lastSentence) ?? [];
  const text = sentences.map((sentence) => sentence.text).join(" ");
  return costOf({ text, speaker: utterance?.speaker ?? null, sentences: sentences.length }, countTokens);
}
