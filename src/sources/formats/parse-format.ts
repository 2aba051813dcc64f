import type { Source } from "../source.ts";
import type { Transcript } from "../transcript.ts";
import { parseJson } from "./json/parse-json.ts";
import { parseCaptions } from "./parse-captions.ts";
import { parseTurns } from "./parse-turns.ts";
import { type Parsed, splitLines } from "./parsed.ts";
import { readHtml } from "./read-html.ts";
import { skipFrontMatter } from "./skip-front-matter.ts";

/** How much of a file is looked at to tell its format. */
const sample = 20_000;

const arrow = /^[ \t]*\d{1,4}:\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-->[ \t]*\d/m;
const sbv = /^\d{1,2}:\d{2}:\d{2}\.\d{1,3},\d{1,2}:\d{2}:\d{2}\.\d{1,3}[ \t]*\r?$/m;

/**
 * A source as its format has it, before turns become utterances. Throws a `UserError`, in words that end a
 * sentence about the file, when it breaks its format's rules from the start.
 */
export function parseFormat(source: Pick<Source, "path" | "text">): {
  readonly format: Transcript["format"];
  readonly parsed: Parsed;
} {
  const format = detectFormat(source);
  return { format, parsed: parseAs(format, source.text) };
}

function parseAs(format: Transcript["format"], text: string): Parsed {
  if (format === "webvtt" || format === "srt" || format === "sbv") return parseCaptions(text, format);
  if (format === "json") return parseJson(text);
  if (format === "html") return parseTurns(readHtml(text), format);
  const lines = splitLines(text).map((line, index) => ({ text: line, line: index + 1 }));
  return parseTurns(lines.slice(skipFrontMatter(lines.map((line) => line.text))), format);
}

/** The format by what the file says; the name decides between formats that any text could be. */
export function detectFormat({ path, text }: Pick<Source, "path" | "text">): Transcript["format"] {
  const start = text.slice(0, sample).replace(/^\uFEFF/, "");
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(start)) return "webvtt";
  const extension = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (extension === "vtt" || extension === "srt" || extension === "sbv")
    return extension === "vtt" ? "webvtt" : extension;
  if (extension === "json" || /^\s*(?:\{\s*"|\[\s*\{\s*")/.test(start)) return "json";
  if (extension === "md" || extension === "markdown") return "markdown";
  if (/^html?$/.test(extension) || /^\s*(?:<!doctype html|<html[\s>]|<cite>)/i.test(start)) return "html";
  if (arrow.test(start)) return "srt";
  if (sbv.test(start)) return "sbv";
  return /^(?:\*\*[^*\n]{1,90}\*\*|#{1,6} \S)/m.test(start) ? "markdown" : "text";
}
