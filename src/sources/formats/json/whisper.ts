import { z } from "zod";
import { joinWords } from "./join-words.ts";
import { located, nameSpeaker, placeOf, Seconds, type Segment, type Segments, SpeakerId } from "./segment.ts";

const Word = z.object({
  ...located,
  text: z.string().optional(),
  word: z.string().optional(),
  start: Seconds,
  end: Seconds,
  speaker: SpeakerId,
});

/**
 * Whisper and what is built on it (openai-whisper, faster-whisper, WhisperX, OpenAI's `verbose_json` and
 * `diarized_json`), and Amberscript, whose segments hold words alone.
 */
export const Whisper = z.object({
  segments: z
    .array(
      z.object({
        ...located,
        text: z.string().nullish(),
        start: Seconds,
        end: Seconds,
        speaker: SpeakerId,
        no_speech_prob: z.number().nullish().catch(null),
        avg_logprob: z.number().nullish().catch(null),
        compression_ratio: z.number().nullish().catch(null),
        words: z.array(Word).nullish().catch(null),
      }),
    )
    // Of an empty recording there are none; a segment may lack its words, all of them do not.
    .refine(
      (list) =>
        list.length === 0 || list.some(({ text, words }) => typeof text === "string" || words?.length),
    ),
  speakers: z
    .array(z.object({ spkid: SpeakerId, name: z.string().nullish() }))
    .optional()
    .catch(undefined),
});

/** The segments of the file; where WhisperX gives a speaker to single words only, the words decide. */
export function readWhisper({ segments, speakers = [] }: z.infer<typeof Whisper>): Segments {
  const names = new Map(speakers.map(({ spkid, name }) => [spkid, name]));
  const nameOf = (id: string | number | null) => names.get(id) ?? nameSpeaker(id);
  const read = segments.flatMap((segment): Segment[] => {
    const { text, start, end, words } = segment;
    if (
      text === undefined ||
      text === null ||
      (segment.speaker === null && words?.some(({ speaker }) => speaker !== null))
    )
      return joinWords(
        (words ?? []).map((word) => ({
          speaker: nameOf(word.speaker ?? segment.speaker),
          text: (word.word ?? word.text ?? "").trim(),
          startMs: word.start,
          endMs: word.end,
          place: placeOf(word, word.word === undefined ? "text" : "word"),
          isAttached: /^\s*[,.!?;:%)]/.test(word.word ?? word.text ?? ""),
        })),
      );
    const doubt = {
      noSpeech: segment.no_speech_prob,
      logProbability: segment.avg_logprob,
      compression: segment.compression_ratio,
    };
    const place = placeOf(segment, "text");
    return [{ speaker: nameOf(segment.speaker), text, startMs: start, endMs: end, place, doubt }];
  });
  return { segments: read, units: segments.length };
}

/** What OpenAI answers without segments: the text, perhaps with its words. */
export const WhisperText = z.object({
  ...located,
  text: z.string().min(1),
  words: z.array(Word).nullish().catch(null),
});

/** The words as sentences, or the text as it stands. */
export function readWhisperText(answer: z.infer<typeof WhisperText>): Segments {
  const { text, words } = answer;
  if (words?.length) return readWhisper({ segments: [{ ...noSegment, words }] });
  const place = placeOf(answer, "text");
  return { segments: [{ speaker: null, text, startMs: null, endMs: null, place }], units: 1 };
}

const noSegment = {
  start: null,
  end: null,
  speaker: null,
  no_speech_prob: null,
  avg_logprob: null,
  compression_ratio: null,
};

/** whisper.cpp: `--output-json`. */
export const WhisperCpp = z.object({
  transcription: z.array(
    z.object({
      ...located,
      text: z.string(),
      offsets: z.object({ from: z.number(), to: z.number() }).optional(),
      speaker: SpeakerId,
    }),
  ),
});

/** The segments of the file. */
export function readWhisperCpp({ transcription }: z.infer<typeof WhisperCpp>): Segments {
  const segments = transcription.map((segment) => ({
    speaker: nameSpeaker(segment.speaker),
    text: segment.text,
    startMs: segment.offsets?.from ?? null,
    endMs: segment.offsets?.to ?? null,
    place: placeOf(segment, "text"),
  }));
  return { segments, units: segments.length };
}
