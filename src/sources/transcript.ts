import type { Source } from "./source.ts";

/** One sentence of an utterance, numbered from 1. `text` is a slice of the utterance's own text. */
export type Sentence = { readonly number: number; readonly text: string };

/**
 * What one speaker said in one go, or a paragraph of notes, numbered from 1 within its source.
 * `text` holds the words as the source has them, free of the format's own marks (time stamps, tags).
 */
export type Utterance = {
  readonly number: number;
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** First and last line in the source, from 1: for links. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** False for adverts, breaks, unintelligible stretches: may be read, never quoted. */
  readonly quotable: boolean;
};

/** A source parsed into utterances. `notes` have no speakers: they set voice and facts and are not quoted. */
export type Transcript = {
  readonly source: Source;
  readonly format: "markdown" | "text" | "webvtt";
  readonly kind: "transcript" | "notes";
  readonly utterances: readonly Utterance[];
  readonly speakers: readonly string[];
};
