import type { z } from "zod";
import { UserError } from "../../../errors.ts";
import { findNoise } from "../find-noise.ts";
import type { Parsed, Turn } from "../parsed.ts";
import { Amazon, AmazonItems, readAmazon, readAmazonItems } from "./amazon.ts";
import { AssemblyAi, readAssemblyAi } from "./assemblyai.ts";
import { Deepgram, readDeepgram } from "./deepgram.ts";
import { Google, readGoogle } from "./google.ts";
import { PlainList, readPlainList } from "./plain-list.ts";
import { readJson } from "./read-json.ts";
import { Rev, readRev } from "./rev.ts";
import type { Segment, Segments } from "./segment.ts";
import { readSpeechmatics, readSpeechmaticsV1, Speechmatics, SpeechmaticsV1 } from "./speechmatics.ts";
import { readWhisper, readWhisperCpp, readWhisperText, Whisper, WhisperCpp, WhisperText } from "./whisper.ts";

type Shape = (value: unknown) => Segments | null;

function shape<T>(schema: z.ZodType<T>, read: (value: T) => Segments): Shape {
  return (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? read(parsed.data) : null;
  };
}

/** The shapes that are known, those that say most about themselves first. */
const shapes: readonly Shape[] = [
  shape(Deepgram, readDeepgram),
  shape(Amazon, readAmazon),
  shape(Rev, readRev),
  shape(AssemblyAi, readAssemblyAi),
  shape(SpeechmaticsV1, readSpeechmaticsV1),
  shape(Speechmatics, readSpeechmatics),
  shape(Google, readGoogle),
  shape(WhisperCpp, readWhisperCpp),
  shape(Whisper, readWhisper),
  shape(AmazonItems, readAmazonItems),
  shape(PlainList, readPlainList),
  shape(WhisperText, readWhisperText),
];

/** Without labels a silence of this length begins a new turn. */
const pauseMs = 4_000;

/**
 * A recogniser's JSON: its sentences with the lines and characters where their words stand. Throws a
 * `UserError` for what is no JSON or has no shape that is known.
 */
export function parseJson(text: string): Parsed {
  const value = readJson(text.replace(/^\uFEFF/, " "));
  for (const read of shapes) {
    const found = read(value);
    if (found) return { kind: "transcript", units: found.units, turns: toTurns(found.segments), cues: null };
  }
  throw new UserError(
    "its JSON is of no known recogniser or exporter: export it as WebVTT, SRT or text instead",
  );
}

function toTurns(segments: readonly Segment[]): Turn[] {
  const noise = findNoise(
    segments.map(({ text }) => text),
    segments.map(({ doubt }) => doubt ?? {}),
  );
  const turns: Turn[] = [];
  segments.forEach(({ speaker, text, startMs, endMs, place }, at) => {
    const mark = noise.has(at) ? "noise" : null;
    const last = turns.at(-1);
    const pause = (startMs ?? 0) - (last?.pieces.at(-1)?.endMs ?? startMs ?? 0);
    // Dots alone are nobody's turn, but the recording goes on for them.
    const isSilent = last !== undefined && !/[\p{L}\p{N}]/u.test(text);
    const goesOn =
      isSilent ||
      (last?.speaker === speaker && last.mark === mark && !(speaker === null && pause >= pauseMs));
    const turn: Turn = goesOn && last ? last : { speaker, quotable: mark === null, mark, pieces: [] };
    if (!goesOn) turns.push(turn);
    turn.pieces.push({
      text: text.replace(/\s+/gu, " ").trim(),
      breaks: [],
      line: place?.line ?? 1,
      startMs,
      endMs,
      opensParagraph: false,
      quotable: true,
      ...(place ? { characters: { first: place.first, last: place.last } } : {}),
    });
  });
  return turns;
}
