import type { Angle } from "../drafting/angle.ts";
import { findCovered } from "../drafting/find-covered.ts";
import type { Passage } from "../sources/passage.ts";
import { quotePassage } from "../sources/quote-passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import { cleanInline, renderCode } from "./clean-for-github.ts";
import { type Place, renderPlace } from "./evidence.ts";

/** A post, or a draft of ours, that was there before. */
type Earlier = {
  readonly title: string;
  readonly about: string;
  readonly state: "published" | "open" | "discarded";
  readonly path: string | null;
  readonly number: number | null;
};

export type AnglesInput = {
  readonly angles: readonly Angle[];
  readonly model: string | null;
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number };
  readonly earlier: readonly Earlier[];
  readonly transcripts: readonly Transcript[];
  readonly sources: readonly Place[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
};

const mostEarlier = 10;
const mostUnread = 10;
const excerptCharacters = 240;

/** The comment that proposes angles: each with its best passages, then what earlier posts cover. */
export function renderAngles(input: AnglesInput): string {
  const { angles, earlier, unread, model, usage } = input;
  const parts = [
    renderLead(angles.length),
    ...angles.map((angle, at) => renderAngle(angle, at + 1, input)),
    renderEarlier(earlier),
    unread.length === 0
      ? null
      : `**Not read:**\n${unread
          .slice(0, mostUnread)
          .map(({ path, reason }) => `- ${renderCode(path)}: ${reason}`)
          .join("\n")}`,
    model === null
      ? "Chosen without a language model: these are the topics that the sources hold."
      : `Proposed by ${renderCode(model)}: ${usage.promptTokens} tokens in, ${usage.completionTokens} out.`,
  ];
  return parts.filter((part) => part !== null).join("\n\n");
}

function renderLead(count: number): string {
  if (count === 1)
    return "One angle. Write `/draft 1` to take it, or `/draft` to leave the angle to the writer.";
  return `${count === 2 ? "Two" : "Three"} angles. Write \`/draft ${count}\` to take the ${count === 2 ? "second" : "third"}, or \`/draft\` to leave the angle to the writer.`;
}

function renderAngle({ title, angle, passages }: Angle, number: number, input: AnglesInput): string {
  const rows = passages.map((passage) => `- ${renderPassage(passage, input)}`);
  const [closest] = findCovered(`${title} ${angle}`, input.earlier);
  const close = closest ? [`- close to: ${renderPost(closest)}`] : [];
  return `**${number}. ${cleanInline(title)}**\n${cleanInline(angle)}\n\n${[...rows, ...close].join("\n")}`;
}

/** The words themselves only where the reader of the comment may read their source: a source without a page is withheld. */
function renderPassage(passage: Passage, { sources, transcripts }: AnglesInput): string {
  const place = renderPlace(passage, sources);
  const source = sources.find(({ id }) => id === passage.source);
  const quoted = quotePassage(passage, transcripts);
  if (!source?.url || !quoted) return place;
  const text =
    quoted.text.length > excerptCharacters
      ? `${quoted.text.slice(0, excerptCharacters).toWellFormed()} …`
      : quoted.text;
  const speaker = quoted.speaker === null ? "" : `${cleanInline(quoted.speaker)}: `;
  return `${place}: ${speaker}“${cleanInline(text)}”`;
}

function renderEarlier(earlier: readonly Earlier[]): string | null {
  if (earlier.length === 0) return null;
  const rows = earlier.slice(0, mostEarlier).map((post) => `- ${renderPost(post)}`);
  const left = earlier.length - rows.length;
  return `**Earlier posts cover:**\n${[...rows, ...(left > 0 ? [`- and ${left} more`] : [])].join("\n")}`;
}

function renderPost({ title, state, path, number }: Earlier): string {
  const name = cleanInline(title.slice(0, 200).toWellFormed());
  if (path !== null) return `${name} (${renderCode(path)})`;
  return `${name} (${state === "discarded" ? "discarded" : "a draft"}, #${number})`;
}
