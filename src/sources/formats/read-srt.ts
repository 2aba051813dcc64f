import { parseTime } from "../parse-time.ts";
import { splitLines } from "./parsed.ts";
import type { RawCue } from "./read-webvtt.ts";

const time = String.raw`(\d{1,4}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?|\d{1,2}:\d{2}[.,]\d{1,3})`;
const arrow = new RegExp(String.raw`^\s*${time}\s*-{1,2}>\s*${time}`);
const comma = /^\s*(\d{1,2}:\d{2}:\d{2}\.\d{1,3}),(\d{1,2}:\d{2}:\d{2}\.\d{1,3})\s*$/;

/**
 * The cues of SubRip (`00:00:01,000 --> 00:00:02,000`) and of YouTube's SBV (`0:00:01.000,0:00:02.000`). There
 * is no standard, so the line with the times is all that is relied on: counters may be wrong or absent.
 */
export function readSrt(text: string, format: "srt" | "sbv"): RawCue[] {
  const timing = format === "srt" ? arrow : comma;
  const cues: RawCue[] = [];
  splitLines(text).forEach((line, index) => {
    const [, start = "", end = ""] = timing.exec(line) ?? [];
    const [startMs, endMs] = [readTime(start), readTime(end)];
    if (startMs !== null && endMs !== null) {
      dropCounter(cues.at(-1));
      cues.push({ startMs, endMs, lines: [] });
    } else cues.at(-1)?.lines.push({ text: line, line: index + 1 });
  });
  for (const cue of cues)
    cue.lines.splice(0, cue.lines.length, ...cue.lines.filter(({ text: line }) => line.trim() !== ""));
  return cues;
}

/** Teams writes `0:0:5.340`, without zeros in front. */
function readTime(written: string): number | null {
  return parseTime(written.replace(/:(?=\d(?:[.,]|$))/, ":0"));
}

/** The number of the next cue stands alone before its times, after a blank line or as the only line. */
function dropCounter(cue: RawCue | undefined): void {
  if (!cue) return;
  const last = cue.lines.findLastIndex(({ text }) => text.trim() !== "");
  const before = cue.lines[last - 1];
  const isNumber = /^\s*\d{1,6}\s*$/.test(cue.lines[last]?.text ?? "");
  if (isNumber && last === cue.lines.length - 1 && (before === undefined || before.text.trim() === ""))
    cue.lines.length = last;
}
