import { describeTime } from "../sources/parse-time.ts";
import type { Passage } from "../sources/passage.ts";
import { quotePassage } from "../sources/quote-passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import { escapeMarkdown } from "./clean-markdown.ts";

/**
 * A passage as a block quotation: the speaker's own words, then who said them and, where known, when.
 * The two spaces are Markdown's line break. Null when the passage cannot be quoted word for word.
 * `attribution` names where the words come from when they have no speaker.
 */
export function renderQuotation(
  passage: Passage,
  transcripts: readonly Transcript[],
  attribution: string | null = null,
): string | null {
  const quoted = quotePassage(passage, transcripts);
  const name = quoted?.speaker ?? attribution;
  if (!quoted || name === null) return null;
  const time = quoted.startMs === null ? "" : `, ${describeTime(quoted.startMs)}`;
  return `> ${escapeMarkdown(quoted.text)}  \n> — ${escapeMarkdown(name)}${time}`;
}

/** Words inside a sentence, in curly quotes. */
export function renderInlineQuotation(words: string): string {
  return `“${escapeMarkdown(words)}”`;
}
