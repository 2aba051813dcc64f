import { z } from "zod";
import { joinWords } from "./join-words.ts";
import { located, nameSpeaker, placeOf, Seconds, type Segments, SpeakerId } from "./segment.ts";

/** Speechmatics, `json-v2`. */
export const Speechmatics = z.object({
  results: z
    .array(
      z.object({
        type: z.string(),
        start_time: Seconds,
        end_time: Seconds,
        attaches_to: z.string().optional(),
        channel: z.string().optional(),
        alternatives: z.array(z.object({ ...located, content: z.string(), speaker: SpeakerId })).optional(),
      }),
    )
    .min(1)
    .refine((list) => list.some(({ alternatives }) => alternatives?.length)),
});

/** Its words as sentences; `UU` is a speaker whom it could not tell. */
export function readSpeechmatics({ results }: z.infer<typeof Speechmatics>): Segments {
  const segments = joinWords(
    results.flatMap(({ type, start_time, end_time, attaches_to, channel, alternatives }) => {
      const best = alternatives?.[0];
      if (!best) return [];
      const speaker = best.speaker === "UU" ? null : nameSpeaker(best.speaker);
      return [
        {
          speaker: speaker ?? channel ?? null,
          text: best.content,
          startMs: start_time,
          endMs: end_time,
          place: placeOf(best, "content"),
          isAttached: attaches_to === undefined ? type === "punctuation" : attaches_to === "previous",
        },
      ];
    }),
  );
  return { segments, units: segments.length };
}

/** Its first version: words with times, and who spoke from when for how long. */
export const SpeechmaticsV1 = z.object({
  words: z.array(z.object({ ...located, name: z.string(), time: Seconds, duration: Seconds })).min(1),
  speakers: z.array(z.object({ name: z.string(), time: Seconds, duration: Seconds })).optional(),
});

/** Its words as sentences. */
export function readSpeechmaticsV1({ words, speakers = [] }: z.infer<typeof SpeechmaticsV1>): Segments {
  let turn = 0;
  const segments = joinWords(
    words.map((word) => {
      const startMs = word.time ?? 0;
      while ((speakers[turn + 1]?.time ?? Number.POSITIVE_INFINITY) <= startMs) turn += 1;
      return {
        speaker: speakers[turn]?.name ?? null,
        text: word.name,
        startMs,
        endMs: startMs + (word.duration ?? 0),
        place: placeOf(word, "name"),
        isAttached: /^[.,!?;:]$/.test(word.name),
      };
    }),
  );
  return { segments, units: segments.length };
}
