import type { Source } from "./source.ts";

/**
 * One sentence of an utterance, numbered from 1. `text` is an exact slice of the utterance's own text.
 * Sentences with the same `paragraph` stand in the source one after the other with nothing between them.
 */
export type Sentence = {
  readonly number: number;
  readonly text: string;
  /** First and last line in the source, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** When the cue or the paragraph began in which the sentence starts, if the source says so. */
  readonly startMs: number | null;
  readonly paragraph: number;
  /**
   * False where the source's own words are not plain to see: unintelligible stretches, links, quoted text.
   * A sentence is quoted only when its utterance is quotable too.
   */
  readonly quotable: boolean;
};

/** Words that nobody said for a listener of their own: an advert or a break, or what a machine made of silence. */
export type Mark = "advert" | "noise";

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
  /** False for adverts, breaks and words without a speaker: may be read, never quoted. */
  readonly quotable: boolean;
  /** Absent for what was plainly said. */
  readonly mark?: Mark;
  /** Only of JSON, which may be one line: from the first character of the words in the source to the last. */
  readonly characters?: { readonly first: number; readonly last: number };
};

/** A source parsed into utterances. `notes` have no speakers: they set voice and facts and are not quoted. */
export type Transcript = {
  readonly source: Source;
  readonly format: "markdown" | "text" | "webvtt" | "srt" | "sbv" | "json" | "html";
  readonly kind: "transcript" | "notes";
  readonly utterances: readonly Utterance[];
  readonly speakers: readonly string[];
};
