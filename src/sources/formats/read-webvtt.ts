import { UserError } from "../../errors.ts";
import { type SourceLine, splitLines } from "./parsed.ts";

/** A cue with its text as written, line for line. */
export type RawCue = { readonly startMs: number; readonly endMs: number; readonly lines: SourceLine[] };

type Block = { readonly cue: RawCue | null; readonly next: number };

const timestamp = String.raw`(?:\d+:[0-5]\d|[0-5]\d):[0-5]\d\.\d{3}(?!\d)`;
const timing = new RegExp(String.raw`^[ \t\f]*(${timestamp})[ \t\f]*-->[ \t\f]*(${timestamp})`);

/**
 * The cues of a WebVTT file by the parser algorithm of https://www.w3.org/TR/webvtt1/#file-parsing: what is
 * wrong in a block costs that block and nothing else. Throws a `UserError` when the file does not begin as one.
 */
export function readWebvtt(text: string): RawCue[] {
  const lines = splitLines(text.replaceAll("\u0000", "\uFFFD"));
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ""))
    throw new UserError("line 1 is not the word WEBVTT that such a file begins with");
  const cues: RawCue[] = [];
  let at = skipHeader(lines);
  while (at < lines.length) {
    while (at < lines.length && lines[at] === "") at += 1;
    const { cue, next } = readBlock(lines, at);
    if (cue) cues.push(cue);
    at = next;
  }
  return cues;
}

/** The header ends at a blank line, or before the first line that has an arrow. */
function skipHeader(lines: readonly string[]): number {
  let at = 1;
  while (at < lines.length && lines[at] !== "" && !lines[at]?.includes("-->")) at += 1;
  return at;
}

/** A block is a cue when its first or second line holds times; an arrow after that begins the next one. */
function readBlock(lines: readonly string[], first: number): Block {
  let cue: RawCue | null = null;
  let seenArrow = false;
  let at = first;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "") break;
    if (line.includes("-->")) {
      if (seenArrow || at > first + 1) break;
      seenArrow = true;
      cue = readTiming(line);
    } else cue?.lines.push({ text: line, line: at + 1 });
  }
  // An arrow where no cue may begin opens a block of its own; there it is taken, so this always moves on.
  return { cue, next: at };
}

function readTiming(line: string): RawCue | null {
  const [, start = "", end = ""] = timing.exec(line) ?? [];
  return start === "" ? null : { startMs: toMs(start), endMs: toMs(end), lines: [] };
}

function toMs(written: string): number {
  const parts = written.split(/[:.]/).map(Number);
  const [ms = 0, seconds = 0, minutes = 0, hours = 0] = parts.reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}
