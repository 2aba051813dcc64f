import type { Piece } from "../build-utterance.ts";
import type { Mark } from "../transcript.ts";

/** What one speaker said in one go, before its pieces are joined. */
export type Turn = {
  readonly speaker: string | null;
  readonly quotable: boolean;
  readonly mark: Mark | null;
  readonly pieces: Piece[];
};

/** A caption as the file has it, before rolling captions are joined. Text is free of tags and entities. */
export type Cue = {
  readonly speaker: string | null;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
};

/** What a format's reader makes of a file. */
export type Parsed = {
  readonly kind: "transcript" | "notes";
  readonly turns: readonly Turn[];
  /** How many turns, cues, segments or monologues the file itself has. */
  readonly units: number;
  /** Null for what is no caption file. */
  readonly cues: readonly Cue[] | null;
};

/** A line of a source, numbered from 1. */
export type SourceLine = { readonly text: string; readonly line: number };

/** The lines of a text, whatever ends them. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}
