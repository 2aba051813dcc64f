import type { WriteRequest } from "../ports/writer.ts";
import type { Brief } from "../sources/brief.ts";
import type { Field } from "../sources/ranking/read-question.ts";
import { fenceText } from "./fence-sources.ts";

const maxNotesCharacters = 4000;
const maxLineCharacters = 500;
/** About five hundred tokens, in every request of a draft. */
const maxVoiceCharacters = 2000;

type Noted = { readonly source: { readonly note: string | null } };
type Series = Pick<NonNullable<WriteRequest["series"]>, "name" | "pointOfView" | "voiceNotes"> | null;

/**
 * What is asked for, fenced: an issue's text is somebody's words too. Behind it the voice of the series, where somebody
 * wrote it down.
 */
export function describeBrief(brief: Brief, series: Series): string {
  const lines: readonly [string, string | null][] = [
    ["Working title", brief.title],
    ["Series", series?.name ?? brief.series],
    ["Point of view of the series", series?.pointOfView ?? null],
    ["Angle", brief.angle],
    ["Hook", brief.hook],
    ["Audience", brief.audience],
  ];
  const filled = lines.flatMap(([name, text]) =>
    text === null || text.trim() === "" ? [] : [`${name}: ${text.trim().slice(0, maxLineCharacters)}`],
  );
  const notes = brief.notes.trim() === "" ? [] : ["Notes:", brief.notes.trim().slice(0, maxNotesCharacters)];
  const asked = fenceText("BRIEF", [...filled, ...notes].join("\n"));
  const voice = series?.voiceNotes?.trim().slice(0, maxVoiceCharacters).toWellFormed();
  return voice ? `${asked}\n\n${fenceText("VOICE", voice)}` : asked;
}

/**
 * What a choice of passages is about, and how much each part of it counts: the title says what the post is about, angle
 * and hook what to take from the sources, and so do the asker's notes on each; the free text counts for less.
 */
export function listSubjects(brief: Brief, series: Series, transcripts: readonly Noted[]): Field[] {
  const fields: readonly [string | null | undefined, number][] = [
    [brief.title, 1],
    [brief.angle, 0.7],
    [brief.hook, 0.5],
    ...transcripts.map(({ source }): [string | null, number] => [source.note, 0.6]),
    [dropReferences(brief.notes.slice(0, maxNotesCharacters)), 0.35],
    [series?.pointOfView, 0.1],
  ];
  return fields.flatMap(([text, weight]) => (text?.trim() ? [{ text: text.trim(), weight }] : []));
}

/** Notes without the lists of files and the lines that are settings. */
export function dropReferences(notes: string): string {
  return notes
    .split("\n")
    .filter((line) => !/^\s*(?:series|sources?|source material|audience)\s*:/i.test(line))
    .join("\n")
    .replace(
      /`[^`\n]{0,500}`|https?:\/\/\S+|\S*\/\S+|\S+\.(?:md|markdown|txt|vtt|srt|sbv|json|html?)\b/g,
      " ",
    );
}
