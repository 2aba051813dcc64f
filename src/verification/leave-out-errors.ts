import { escapeMarkdown, escapeStart, readMarkdown } from "../drafting/clean-markdown.ts";
import type { Claim, Draft } from "../drafting/draft.ts";
import { chooseSlug } from "../drafting/make-slug.ts";
import { tidyTitle } from "../drafting/tidy-title.ts";
import type { Brief } from "../sources/brief.ts";
import { foldWords } from "../sources/fold-words.ts";
import { splitSentences } from "../sources/split-sentences.ts";
import type { Transcript } from "../sources/transcript.ts";
import { type Examined, examineDraft, findLine } from "./check-draft.ts";
import { checkQuotes } from "./check-quotes.ts";

/** Fewer statements than this make no post. */
const fewestClaims = 3;

/**
 * The draft without the sentences whose quotations no source says: of the body with the headings that nothing stands
 * under then, of title, hook and angle what may stand in their place. The draft itself where it has no error; null where
 * errors are left, or no whole post: fewer than three claims, or less than half of its words.
 */
export function leaveOutErrors(draft: Draft, brief: Brief, transcripts: readonly Transcript[]): Draft | null {
  const errors = listErrors(draft, brief, transcripts);
  if (errors.length === 0) return draft;
  const isIn = (part: string) => errors.some(({ objection }) => objection?.at === part);
  const title = isIn("title") ? tidyTitle(brief.title) || "Untitled" : draft.title;
  const [hook, angle] = [isIn("hook") ? null : draft.hook, isIn("angle") ? null : draft.angle];
  const lines = errors.flatMap(({ objection }) => (typeof objection?.at === "number" ? [objection.at] : []));
  const markdown = leaveOutLines(draft.markdown, lines, transcripts);
  const announcement = isIn("announcement") ? [] : draft.announcement;
  const isLost = (claim: Claim) =>
    isShown(claim, draft.markdown, draft.announcement) && !isShown(claim, markdown, announcement);
  const claims = draft.claims.filter((claim) => !isLost(claim));
  const left: Draft = {
    ...draft,
    title,
    slug: title === draft.title ? draft.slug : chooseSlug("", title),
    hook: hook ?? angle ?? title,
    angle: angle ?? hook ?? title,
    markdown,
    announcement,
    claims,
    usedFor: leaveOutUses(draft.usedFor, listHeadings(draft.markdown), listHeadings(markdown)),
  };
  const isWhole = claims.length >= fewestClaims && countWords(markdown) * 2 >= countWords(draft.markdown);
  return isWhole && listErrors(left, brief, transcripts).length === 0 ? left : null;
}

function isShown(claim: Claim, markdown: string, announcement: readonly string[]): boolean {
  const all = [markdown, ...announcement.map(escapeMarkdown)].join("\n\n");
  return findLine(claim.text, all) !== null;
}

function listErrors(draft: Draft, brief: Brief, transcripts: readonly Transcript[]): Examined[] {
  return examineDraft(draft, brief, transcripts).filter(({ finding }) => finding.severity === "error");
}

/** Blocks are parted by blank lines, as a draft's are. What leads up to a block goes with it. */
function leaveOutLines(markdown: string, wrong: readonly number[], transcripts: readonly Transcript[]) {
  let next = 1;
  const blocks = markdown
    .trimEnd()
    .split("\n\n")
    .map((block) => {
      const first = next;
      next += block.split("\n").length + 1;
      return wrong.some((line) => line >= first && line < next) ? keepSound(block, transcripts) : block;
    });
  const kept = blocks
    .map((block, at) => (blocks[at + 1] === "" ? leaveOutLead(block) : block))
    .filter((block) => block !== "");
  const filled = kept.filter((block, at) => {
    const below = kept[at + 1];
    return !isHeading(block) || (below !== undefined && !isHeading(below));
  });
  return `${filled.join("\n\n")}\n`;
}

/** A paragraph without its last sentence, where that leads up to what would stand below. */
function leaveOutLead(block: string): string {
  if (!/[:：]\W*$/.test(block)) return block;
  return block.slice(0, splitSentences(block).at(-1)?.start ?? 0).trimEnd();
}

/** What sources are said to be used for, which is headings, without those that are gone. */
function leaveOutUses(
  usedFor: Draft["usedFor"],
  before: readonly string[],
  after: readonly string[],
): Draft["usedFor"] {
  const gone = before.filter((heading) => !after.includes(heading));
  if (gone.length === 0) return usedFor;
  const uses = Object.entries(usedFor).map(([id, use]) => {
    // A long heading is cut there.
    const left = use.split("; ").filter((one) => !gone.some((heading) => heading.startsWith(one)));
    return [id, left.join("; ")] as const;
  });
  return Object.fromEntries(uses.filter(([, use]) => use !== ""));
}

function listHeadings(markdown: string): string[] {
  return markdown
    .split("\n")
    .flatMap((line) => (isHeading(line) ? [readMarkdown(line.replace(/^#+ /, ""))] : []));
}

/** The sentences of a paragraph that are sound by themselves; nothing of a quotation that stands alone. */
function keepSound(block: string, transcripts: readonly Transcript[]): string {
  if (block.startsWith(">") || isHeading(block)) return "";
  const isSound = (text: string) => checkQuotes(text, transcripts).length === 0;
  const sentences = splitSentences(block).map(({ start, end }) => block.slice(start, end));
  const kept = sentences.filter(isSound);
  const isBegun = sentences.length > 0 && kept[0] === sentences[0];
  const rest = isBegun ? kept.join(" ") : escapeStart(kept.join(" "));
  return kept.length < sentences.length && isSound(rest) ? rest : "";
}

function countWords(text: string): number {
  return foldWords(text).length;
}

function isHeading(block: string): boolean {
  return /^#{1,6} /.test(block);
}
