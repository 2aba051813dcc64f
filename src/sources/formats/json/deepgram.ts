import { z } from "zod";
import { type Word as JoinedWord, joinWords } from "./join-words.ts";
import { located, nameSpeaker, placeOf, Seconds, type Segments, SpeakerId } from "./segment.ts";

const Word = z.object({
  ...located,
  word: z.string(),
  punctuated_word: z.string().optional(),
  start: Seconds,
  end: Seconds,
  speaker: SpeakerId,
});

/** Deepgram's answer to a recording. */
export const Deepgram = z.object({
  results: z.object({
    channels: z
      .array(
        z.object({
          alternatives: z.array(
            z.object({ ...located, transcript: z.string(), words: z.array(Word).optional() }),
          ),
        }),
      )
      .min(1),
    utterances: z
      .array(
        z.object({
          ...located,
          transcript: z.string(),
          start: Seconds,
          end: Seconds,
          speaker: SpeakerId,
          channel: z.number().nullish(),
        }),
      )
      .nullish(),
  }),
});

type Answer = z.infer<typeof Deepgram>["results"];

/** Its utterances, or else its words; without diarisation each channel of several is a speaker. */
export function readDeepgram({ results }: z.infer<typeof Deepgram>): Segments {
  const { utterances, channels } = results;
  const hasChannels = channels.length > 1;
  const nameOf = (speaker: string | number | null, channel: number) =>
    hasChannels
      ? `Channel ${channel}${speaker === null ? "" : `, ${nameSpeaker(speaker)}`}`
      : nameSpeaker(speaker);
  if (utterances?.length) {
    const segments = utterances.map((utterance) => ({
      speaker: nameOf(utterance.speaker, utterance.channel ?? 0),
      text: utterance.transcript,
      startMs: utterance.start,
      endMs: utterance.end,
      place: placeOf(utterance, "transcript"),
    }));
    return { segments, units: segments.length };
  }
  const segments = channels
    .flatMap((channel, number) => readChannel(channel, (speaker) => nameOf(speaker, number)))
    .toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
  return { segments, units: segments.length };
}

function readChannel(
  { alternatives: [best] }: Answer["channels"][number],
  nameOf: (speaker: string | number | null) => string | null,
) {
  if (!best) return [];
  if (!best.words?.length)
    return [
      {
        speaker: nameOf(null),
        text: best.transcript,
        startMs: null,
        endMs: null,
        place: placeOf(best, "transcript"),
      },
    ];
  return joinWords(
    best.words.map(
      (word): JoinedWord => ({
        speaker: nameOf(word.speaker),
        text: word.punctuated_word ?? word.word,
        startMs: word.start,
        endMs: word.end,
        place: placeOf(word, word.punctuated_word === undefined ? "word" : "punctuated_word"),
        isAttached: false,
      }),
    ),
  );
}
