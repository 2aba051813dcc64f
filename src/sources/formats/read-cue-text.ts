import { decodeHTML } from "entities";
import { tidyName } from "./names.ts";
import type { RawCue } from "./read-webvtt.ts";

/** A line of a cue, or a part of it where the voice changes, as the words that are shown. */
export type CueLine = {
  readonly text: string;
  /** Offsets in `text` where a tag or an entity stood. */
  readonly breaks: readonly number[];
  readonly line: number;
  readonly voice: string | null;
};

// A tag runs to the next `>`, over line ends too, and without one to the end of the cue.
const markup = /<[^>]*>?|&#?\w{1,32};?|\n/g;
const voiceTag = /^<v(?:\.[^ \t\n>]*)?[ \t\n]+([^>]*)>?$/;

/**
 * A cue's text by https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules, as far as reading goes: tags
 * are taken out, a `<v Name>` says who speaks until `</v>`, character references are decoded.
 */
export function readCueText(cue: Pick<RawCue, "lines">): CueLine[] {
  const parts: { raw: string; breaks: number[]; line: number; voice: string | null }[] = [];
  let index = 0;
  let voice: string | null = null;
  const lineOf = () => cue.lines[Math.min(index, cue.lines.length - 1)]?.line ?? 1;
  const open = () => {
    const part = { raw: "", breaks: [] as number[], line: lineOf(), voice };
    parts.push(part);
    return part;
  };
  let part = open();
  const written = cue.lines.map(({ text }) => text).join("\n");
  let from = 0;
  for (const match of written.matchAll(markup)) {
    part.raw += written.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === "\n") {
      index += 1;
      part = open();
      continue;
    }
    if (match[0].startsWith("&")) {
      const decoded = decodeHTML(match[0]);
      if (decoded !== match[0]) part.breaks.push(part.raw.length);
      part.raw += decoded;
      if (decoded !== match[0]) part.breaks.push(part.raw.length);
      continue;
    }
    index += match[0].split("\n").length - 1;
    const named = voiceTag.exec(match[0])?.[1];
    if (named !== undefined || /^<\/v\b/.test(match[0])) {
      voice = named === undefined ? null : tidyName(decodeHTML(named)) || null;
      if (part.raw.trim() === "") part.voice = voice;
      else part = open();
    } else part.breaks.push(part.raw.length);
  }
  part.raw += written.slice(from);
  return parts.map(tidy).filter(({ text }) => text !== "");
}

/** Runs of white space are one space; the breaks move along. In one pass: a cue may be one endless line. */
function tidy({ raw, breaks, ...rest }: Omit<CueLine, "text"> & { readonly raw: string }): CueLine {
  const parts: string[] = [];
  const moved: number[] = [];
  let length = 0;
  let from = 0;
  for (const offset of [...breaks, raw.length]) {
    const flat = raw.slice(from, offset).replace(/\s+/gu, " ");
    const part = length === 0 || parts.at(-1)?.endsWith(" ") ? flat.trimStart() : flat;
    if (part !== "") parts.push(part);
    length += part.length;
    moved.push(length);
    from = offset;
  }
  const text = parts.join("").trimEnd();
  return { ...rest, text, breaks: moved.slice(0, -1).map((offset) => Math.min(offset, text.length)) };
}
