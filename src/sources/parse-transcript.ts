import { UserError } from "../errors.ts";
import { parseTurns } from "./parse-turns.ts";
import { parseWebvtt } from "./parse-webvtt.ts";
import type { Source } from "./source.ts";
import type { Transcript, Utterance } from "./transcript.ts";

/**
 * Reads a source into utterances. The format is told by the content, then by the name; words without
 * speakers become notes, which may be read but are never quoted. What cannot be read throws a `UserError` whose
 * message ends a sentence that begins with the file: a name from outside never stands in it.
 */
export function parseTranscript(source: Source): Transcript {
  refuseUnreadable(source);
  const format = detectFormat(source);
  const { kind, utterances } =
    format === "webvtt"
      ? { kind: "transcript" as const, utterances: parseWebvtt(source.text) }
      : parseTurns(source.text, format);
  if (utterances.length === 0)
    throw new UserError("it holds no words that can be read: check that it is the right file");
  return {
    source,
    format,
    kind: hasSpeaker(utterances) ? kind : "notes",
    utterances,
    speakers: listSpeakers(utterances),
  };
}

function refuseUnreadable({ text }: Source): void {
  if (text.replace(/^\uFEFF/, "").trim() === "") throw new UserError("it is empty");
  const start = text.slice(0, 100_000);
  const unreadable = start.split("\uFFFD").length - 1;
  if (start.includes("\u0000") || unreadable > start.length / 50)
    throw new UserError("it is not text in UTF-8: save it as a text file");
}

function detectFormat({ path, text }: Source): Transcript["format"] {
  if (/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)) return "webvtt";
  if (/\.vtt$/i.test(path) && text.includes("-->")) return "webvtt";
  if (/\.(?:md|markdown)$/i.test(path)) return "markdown";
  return /^\*\*[^*\n]{1,90}\*\*/m.test(text.slice(0, 20_000)) ? "markdown" : "text";
}

function hasSpeaker(utterances: readonly Utterance[]): boolean {
  return utterances.some((utterance) => utterance.speaker !== null);
}

function listSpeakers(utterances: readonly Utterance[]): string[] {
  return [...new Set(utterances.map((utterance) => utterance.speaker).filter((speaker) => speaker !== null))];
}
