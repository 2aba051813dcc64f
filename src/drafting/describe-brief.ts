import type { Brief } from "../sources/brief.ts";
import { fenceText } from "./fence-sources.ts";

const maxNotesCharacters = 4000;
const maxLineCharacters = 500;

type Series = { readonly name: string; readonly pointOfView: string | null } | null;

/** What is asked for, fenced: an issue's text is somebody's words too. */
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
  return fenceText("BRIEF", [...filled, ...notes].join("\n"));
}

/** What a choice of passages is about. */
export function describeSubject(brief: Brief, series: Series): string {
  const parts = [brief.title, brief.title, brief.angle, brief.hook, brief.notes.slice(0, maxNotesCharacters)];
  return [...parts, series?.pointOfView].filter(Boolean).join("\n");
}
