import { z } from "zod";
import type { Doubt } from "../find-noise.ts";
import { tidyName } from "../names.ts";
import { Place, places } from "./read-json.ts";

/** A stretch of talk as a JSON file has it. */
export type Segment = {
  readonly speaker: string | null;
  readonly text: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly place: Place | null;
  readonly doubt?: Doubt;
};

/** What a shape's reader makes of a file. */
export type Segments = {
  readonly segments: readonly Segment[];
  /** How many segments, utterances or monologues the file itself has. */
  readonly units: number;
};

/** Where an object's strings stand; spread into each schema whose strings are quoted. */
export const located = { [places]: z.record(z.string(), Place).optional() };

/** The place of one string of an object. */
export function placeOf(
  object: { readonly [places]?: Readonly<Record<string, Place>> | undefined },
  key: string,
): Place | null {
  return object[places]?.[key] ?? null;
}

/** Seconds, as a number or written (`12.3`, `12.3s`); null for what is none. */
export const Seconds = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => {
    if (value === null || value === undefined || value === "") return null;
    const seconds = typeof value === "number" ? value : Number(value.replace(/s$/, ""));
    return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
  });

/** Whole milliseconds. */
export const Milliseconds = z
  .number()
  .nullish()
  .transform((value) => (value === null || value === undefined || value < 0 ? null : Math.round(value)));

/** A name, or the number that a recogniser gave instead of one. */
export const SpeakerId = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((id) => (id === null || id === undefined || id === "" ? null : id));

/** `0` and `A` are `Speaker 0` and `Speaker A`; anything longer is what the file calls the speaker. */
export function nameSpeaker(id: string | number | null): string | null {
  if (id === null) return null;
  const written = tidyName(String(id));
  if (written === "") return null;
  return typeof id === "number" || /^(?:\d{1,3}|[A-Z])$/.test(written) ? `Speaker ${written}` : written;
}
