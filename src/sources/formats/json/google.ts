import { z } from "zod";
import { joinWords } from "./join-words.ts";
import { located, nameSpeaker, placeOf, Seconds, type Segment, type Segments, SpeakerId } from "./segment.ts";

/** `"1.200s"`, or seconds and nanoseconds apart. */
const Duration = z
  .union([
    z.object({ seconds: z.union([z.string(), z.number()]).optional(), nanos: z.number().optional() }),
    z.string(),
  ])
  .nullish()
  .transform((value) => {
    if (value === null || value === undefined) return null;
    const written = typeof value === "string" ? value : Number(value.seconds ?? 0) + (value.nanos ?? 0) / 1e9;
    return Seconds.parse(written);
  });

const Word = z.object({
  ...located,
  word: z.string(),
  startTime: Duration,
  endTime: Duration,
  startOffset: Duration,
  endOffset: Duration,
  speakerTag: SpeakerId,
  speakerLabel: SpeakerId,
});

const Alternative = z.object({
  ...located,
  transcript: z.string().optional(),
  words: z.array(Word).optional(),
});

const Results = z.array(z.object({ alternatives: z.array(Alternative).optional() }));

/** Google Speech-to-Text, versions 1 and 2, as it answers or as a finished operation. */
export const Google = z
  .union([
    z.object({ results: Results }),
    z.object({ response: z.object({ results: Results }) }).transform(({ response }) => response),
  ])
  .refine(({ results }) =>
    results.some(({ alternatives }) => alternatives?.some(({ transcript, words }) => transcript ?? words)),
  );

/** Its results; with diarisation the last one lists all words again with their speakers, and they count. */
export function readGoogle({ results }: z.infer<typeof Google>): Segments {
  const best = results.flatMap(({ alternatives }) => alternatives?.[0] ?? []);
  const last = best.at(-1);
  const labelled = last?.words?.every((word) => speakerOf(word) !== null) ? last.words : undefined;
  const isWhole = labelled && best.slice(0, -1).every(({ words }) => !words?.some((word) => speakerOf(word)));
  const segments = isWhole ? joinAll(labelled) : best.flatMap(readAlternative);
  return { segments, units: segments.length };
}

function readAlternative(alternative: z.infer<typeof Alternative>): Segment[] {
  const { words, transcript = "" } = alternative;
  if (words?.some((word) => speakerOf(word) !== null) || (transcript === "" && words)) return joinAll(words);
  return [
    {
      speaker: null,
      text: transcript,
      startMs: words?.[0]?.startTime ?? words?.[0]?.startOffset ?? null,
      endMs: words?.at(-1)?.endTime ?? words?.at(-1)?.endOffset ?? null,
      place: placeOf(alternative, "transcript"),
    },
  ];
}

function joinAll(words: readonly z.infer<typeof Word>[]): Segment[] {
  return joinWords(
    words.map((word) => ({
      speaker: speakerOf(word),
      text: word.word,
      startMs: word.startTime ?? word.startOffset,
      endMs: word.endTime ?? word.endOffset,
      place: placeOf(word, "word"),
      isAttached: false,
    })),
  );
}

/** Tag 0 means that nobody was told apart. */
function speakerOf({ speakerTag, speakerLabel }: z.infer<typeof Word>): string | null {
  return nameSpeaker(speakerLabel ?? (speakerTag === 0 ? null : speakerTag));
}
