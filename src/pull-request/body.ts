import type { Claim } from "../drafting/draft.ts";
import type { Finding } from "../verification/finding.ts";
import { cleanInline, cleanLine, renderCode } from "./clean-for-github.ts";
import { renderEvidence } from "./evidence.ts";

/** A source as the pull request shows it. `url` is its page at the pinned commit; null for a local file. */
export type ShownSource = {
  readonly id: string;
  readonly path: string;
  readonly note: string | null;
  readonly url: string | null;
};

/** A reference that was not read, with the reason. */
type Unread = { readonly path: string; readonly reason: string };

/** All that the body of a pull request says. */
export type BodyInput = {
  readonly series: string | null;
  readonly hook: string;
  readonly angle: string;
  readonly sources: readonly ShownSource[];
  readonly unread: readonly Unread[];
  /** The path of the post. */
  readonly file: string;
  /** How many sentences of a source, by its id, the writer was not shown for want of room. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  /** The announcement as readers will see it, and what the merge does with it. */
  readonly announcement: { readonly text: string; readonly fate: "send" | "off" | "not connected" };
  /** Null when no language model was used. */
  readonly model: string | null;
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number };
  /** About how many were expected beforehand; absent where nobody knew. */
  readonly estimate?: number | undefined;
  /** What these tokens cost, in words; absent where nobody said what a token costs. */
  readonly cost?: string | undefined;
  /** False when the repository refuses draft pull requests. */
  readonly isDraft: boolean;
  /** The hidden line; null on the command line. */
  readonly marker: string | null;
};

/** GitHub refuses more than 65,536 characters ("body is too long", public thread renovatebot/renovate#2032). */
const maxBodyCharacters = 60_000;

/** What a list of the body may take, so that all of them fit whatever a brief holds. */
const maxListCharacters = 12_000;

/** A hook, an angle or a note is a sentence or two; what is longer is cut. */
const maxTextCharacters = 1_000;

/**
 * The parts of the body in their order. A later part is added here; each is text, or null when it has nothing
 * to say. `room` is what the evidence may take.
 */
const sections: readonly ((input: BodyInput, room: number) => string | null)[] = [
  renderHead,
  renderSources,
  () => "---",
  renderNextSteps,
  renderAnnouncement,
  renderUnread,
  renderLeftOut,
  ({ claims, sources }, room) => renderEvidence(claims, sources, room),
  renderFindings,
  renderWriter,
  ({ marker }) => marker,
];

/** The body of a pull request. When it grows too long, rows of evidence go first. */
export function renderBody(input: BodyInput): string {
  const withoutEvidence = joinSections(input, 0);
  return joinSections(input, maxBodyCharacters - withoutEvidence.length);
}

function joinSections(input: BodyInput, room: number): string {
  const parts = sections.map((section) => section(input, room)).filter((part) => part !== null);
  return `${parts.join("\n\n")}\n`;
}

function renderHead({ series, hook, angle }: BodyInput): string {
  const title = series === null ? "📝 **Blog Draft**" : `📝 **Blog Draft — ${renderText(series)}**`;
  return `${title}\n\n**Hook:** ${renderText(hook)}\n\n**Angle:** ${renderText(angle)}`;
}

function renderSources({ sources }: BodyInput): string {
  const items = sources.map(({ path, note }) => `${renderCode(path)}${note ? ` (${renderText(note)})` : ""}`);
  return `**Source material:** ${joinItems(items, "; ")}`;
}

function renderText(text: string): string {
  const start = text.slice(0, maxTextCharacters).toWellFormed();
  return cleanInline(text.length > maxTextCharacters ? `${start} …` : text);
}

/** As many items as a list may hold, and how many are left out. */
function joinItems(items: readonly string[], separator: string, more = ""): string {
  let length = 0;
  const kept = items.filter((item) => {
    length += item.length + separator.length;
    return length <= maxListCharacters;
  });
  const left = items.length - kept.length;
  return [...kept, ...(left > 0 ? [`${more}${left} more`] : [])].join(separator);
}

const publishLines = {
  send: "Galley will post the LinkedIn text below and link to the page.",
  off: "Nothing is posted on LinkedIn.",
  "not connected": "LinkedIn is not connected, so nothing is posted there.",
} as const;

function renderNextSteps({ file, isDraft, announcement }: BodyInput): string {
  const refused =
    "\n\nThis repository does not support draft pull requests, so this is an ordinary one: it is still a draft to be read.";
  return [
    `Draft is in ${renderCode(file)}. Edit directly on this branch or merge as-is.${isDraft ? "" : refused}`,
    `**To publish:** merge this PR. ${publishLines[announcement.fate]}\n**To discard:** close without merging.`,
  ].join("\n\n");
}

/**
 * Fenced, so that it is read as LinkedIn's readers will: no Markdown, every line as it is. References are broken
 * here too, because a repository may make the body the message of a squashed commit.
 */
function renderAnnouncement({ announcement }: BodyInput): string | null {
  if (announcement.fate === "off") return null;
  const text = announcement.text.split("\n").map(cleanLine).join("\n");
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const change = "Change it in the post's front matter, under `linkedin`; `linkedin: false` posts nothing.";
  return `**LinkedIn preview:**\n\n${fence}text\n${text}\n${fence}\n\n${change}`;
}

function renderUnread({ unread }: BodyInput): string | null {
  if (unread.length === 0) return null;
  return `**Not read:**\n${joinItems(
    unread.map(({ path, reason }) => `- ${renderCode(path)}: ${reason}`),
    "\n",
    "- ",
  )}`;
}

/** What ranking decided: without it nobody would know that there is more to find. */
function renderLeftOut({ leftOut, sources }: BodyInput): string | null {
  const rows = sources.flatMap(({ id, path }) => {
    const count = leftOut[id] ?? 0;
    return count === 0 ? [] : [`- ${renderCode(path)}: ${count} ${count === 1 ? "sentence" : "sentences"}`];
  });
  if (rows.length === 0) return null;
  return `**Left out for length** (chosen were the passages that bear most on the brief):\n${joinItems(rows, "\n", "- ")}`;
}

function renderFindings({ findings }: BodyInput): string | null {
  if (findings.length === 0) return null;
  const rows = findings.map(
    ({ severity, place, message }) => `- ${severity}, ${renderText(place)}: ${renderText(message)}`,
  );
  return `**Findings:**\n${joinItems(rows, "\n", "- ")}`;
}

function renderWriter({ model, usage, estimate, cost }: BodyInput): string {
  if (model === null) {
    return "**Written without a language model:** the sentences were chosen from the sources and arranged; the quotations are the speakers' own words.";
  }
  const used = `${usage.promptTokens} tokens in, ${usage.completionTokens} out${cost === undefined ? "" : `, ${cost}`}`;
  const before = estimate === undefined ? "" : ` Estimated beforehand: about ${estimate}.`;
  return `**Written by** ${renderCode(model)}: ${used}.${before}`;
}
