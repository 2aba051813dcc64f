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

/** Slower than this nobody speaks, pauses and all: a word in 200 seconds. Milliseconds taken for seconds make it two to four in a thousand. */
const leastWordsPerSecond = 0.005;

/** The entries of the list. */
export function readPlainList(list: z.infer<typeof List>): Segments {
  const toMs = inMilliseconds(list) ? readMs : readSeconds;
  const segments = list.map((entry) => {
    const { key, speaker, start, end } = pick(entry);
    const startMs = toMs(start);
    const endMs = toMs(end);
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

function pick(entry: z.infer<typeof Entry>) {
  return {
    key: textKeys.find((name) => entry[name] !== undefined) ?? "text",
    speaker: speakerKeys.map((name) => entry[name]).find((who) => who !== null && who !== undefined),
    start: entry.start ?? entry.startTime ?? entry.start_time,
    end: entry.end ?? entry.endTime ?? entry.end_time,
  } as const;
}

/** No file says which unit its numbers have. Whole ones that would make everybody speak too slowly are milliseconds. */
function inMilliseconds(list: z.infer<typeof List>): boolean {
  let words = 0;
  let first: number | undefined;
  let last = 0;
  for (const entry of list) {
    const { key, start, end } = pick(entry);
    for (const time of [start, end]) {
      if (typeof time !== "number") continue;
      if (!Number.isInteger(time)) return false;
      first ??= time;
      last = Math.max(last, time);
    }
    words += countWords(entry[key] ?? "");
  }
  return first !== undefined && words < (last - first) * leastWordsPerSecond;
}

/** Without spaces between words, as in Japanese or Thai, three characters are taken for one. */
function countWords(text: string): number {
  const unspaced = text.match(
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/gu,
  );
  return text.split(/\s+/).length + (unspaced?.length ?? 0) / 3;
}

type Written = string | number | null | undefined;

function readSeconds(written: Written): number | null {
  if (written === null || written === undefined || written === "") return null;
  const seconds = Number(written);
  if (Number.isFinite(seconds)) return seconds >= 0 ? Math.round(seconds * 1000) : null;
  return parseTime(String(written));
}

function readMs(written: Written): number | null {
  const ms = typeof written === "number" ? written : readSeconds(written);
  return ms === null || ms < 0 ? null : ms;
}
