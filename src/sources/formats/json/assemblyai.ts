import { z } from "zod";
import { joinWords } from "./join-words.ts";
import { located, Milliseconds, nameSpeaker, placeOf, type Segments, SpeakerId } from "./segment.ts";

const Part = z.object({
  ...located,
  text: z.string(),
  start: Milliseconds,
  end: Milliseconds,
  speaker: SpeakerId,
  channel: SpeakerId,
});

/** AssemblyAI's transcript; its times are in milliseconds. */
export const AssemblyAi = z
  .object({
    ...located,
    id: z.string(),
    status: z.string(),
    text: z.string().nullish(),
    words: z.array(Part).nullish(),
    utterances: z.array(Part).nullish(),
  })
  .refine(({ text, words, utterances }) => text || words?.length || utterances?.length);

/** Its utterances, or else its words, or else the whole text. */
export function readAssemblyAi(answer: z.infer<typeof AssemblyAi>): Segments {
  const toSegment = (part: z.infer<typeof Part>) => ({
    speaker: nameSpeaker(part.speaker ?? part.channel),
    text: part.text,
    startMs: part.start,
    endMs: part.end,
    place: placeOf(part, "text"),
  });
  if (answer.utterances?.length) {
    const segments = answer.utterances.map(toSegment);
    return { segments, units: segments.length };
  }
  const segments = answer.words?.length
    ? joinWords(answer.words.map((word) => ({ ...toSegment(word), isAttached: false })))
    : [
        {
          speaker: null,
          text: answer.text ?? "",
          startMs: null,
          endMs: null,
          place: placeOf(answer, "text"),
        },
      ];
  return { segments, units: segments.length };
}
