import { z } from "zod";
import { parseTime } from "../../parse-time.ts";
import { located, nameSpeaker, placeOf, type Segments } from "./segment.ts";

const textKeys = [
  "body",
  "text",
  "content",
  "transcript",
  "sentence",
  "message",
  "caption",
  "value",
] as const;
const speakerKeys = [
  "speaker",
  "speaker_name",
  "speakerName",
  "speaker_label",
  "speakerLabel",
  "name",
  "author",
  "user",
  "participant",
] as const;

/** A speaker written as a name, a number, or a record with a name. */
const Who = z
  .union([
    z.string(),
    z.number(),
    z.object({ name: z.string().nullish() }).transform(({ name }) => name ?? null),
  ])
  .nullish()
  .catch(null);
const When = z.union([z.number(), z.string()]).nullish().catch(null);
const both = <K extends string, V extends z.ZodType>(keys: readonly K[], value: V) =>
  Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;

const Entry = z.object({
  ...located,
  ...both(textKeys, z.string().optional().catch(undefined)),
  ...both(speakerKeys, Who),
  ...both(["start", "startTime", "start_time", "end", "endTime", "end_time", "duration"] as const, When),
});

/** An entry may lack its words, as one of a silence does; a list in which all do is of something else. */
const List = z
  .array(Entry)
  .transform((list) => list.filter((entry) => textKeys.some((key) => entry[key] !== undefined)))
  .refine((list) => list.length > 0);
const listKeys = [
  "segments",
  "utterances",
  "transcript",
  "transcripts",
  "sentences",
  "captions",
  "turns",
  "entries",
  "data",
  "results",
  "meeting_transcripts",
] as const;

const Listed = z.union([
  List,
  z
    .object(both(listKeys, List.optional().catch(undefined)))
    .transform((file) => listKeys.map((key) => file[key]).find((list) => list !== undefined) ?? [])
    .refine((list) => list.length > 0),
]);

/** What an interface answers with lies in `data`, and there under the name of what was asked for. */
const Answered = z.union([
  Listed,
  z.object({ transcript: Listed }).transform(({ transcript }) => transcript),
  z.object({ result: Listed }).transform(({ result }) => result),
]);

/**
 * A list of `{speaker, start, end, text}` under the names that exporters use: the Podcasting 2.0 format
 * (`segments` with `startTime` and `body`), Fireflies, and most tools of people's own.
 */
export const PlainList = z.union([Answered, z.object({ data: Answered }).transform(({ data }) => data)]);

/** The entries of the list. */
export function readPlainList(list: z.infer<typeof List>): Segments {
  const segments = list.map((entry) => {
    const key = textKeys.find((name) => entry[name] !== undefined) ?? "text";
    const speaker = speakerKeys.map((name) => entry[name]).find((who) => who !== null && who !== undefined);
    const startMs = toMs(entry.start ?? entry.startTime ?? entry.start_time);
    const endMs = toMs(entry.end ?? entry.endTime ?? entry.end_time);
    const lasts = toMs(entry.duration);
    return {
      speaker: nameSpeaker(speaker ?? null),
      text: entry[key] ?? "",
      startMs,
      endMs: endMs ?? (startMs !== null && lasts !== null ? startMs + lasts : null),
      place: placeOf(entry, key),
    };
  });
  return { segments, units: segments.length };
}

function toMs(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === "") return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? Math.round(seconds * 1000) : null;
  return parseTime(String(value));
}
