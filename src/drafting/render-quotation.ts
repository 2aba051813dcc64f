import { describeTime } from "../sources/parse-time.ts";
import type { Passage } from "../sources/passage.ts";
import { quotePassage } from "../sources/quote-passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import { escapeMarkdown } from "./clean-markdown.ts";

/** `attribution` names where the words come from when they have no speaker; `skip` leaves out a lead such as "And so". */
type Options = { readonly attribution?: string | null; readonly skip?: number };

/**
 * A passage as a block quotation: the speaker's own words, then who said them and, where known, when.
 * The two spaces are Markdown's line break. Null when the passage cannot be quoted word for word.
 */
export function renderQuotation(
  passage: Passage,
  transcripts: readonly Transcript[],
  { attribution = null, skip = 0 }: Options = {},
): string | null {
  const quoted = quotePassage(passage, transcripts);
  const name = quoted?.speaker ?? attribution;
  if (!quoted || name === null) return null;
  const time = quoted.startMs === null ? "" : `, ${describeTime(quoted.startMs)}`;
  return `> ${escapeMarkdown(quoted.text.slice(skip))}  \n> — ${escapeMarkdown(name)}${time}`;
}

/** A passage inside a sentence, in curly quotes; null when it cannot be quoted word for word. */
export function renderInlineQuotation(
  passage: Passage,
  transcripts: readonly Transcript[],
  { skip = 0 }: Pick<Options, "skip"> = {},
): string | null {
  const quoted = quotePassage(passage, transcripts);
  return quoted && `“${escapeMarkdown(quoted.text.slice(skip))}”`;
}
