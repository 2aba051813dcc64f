import type { Annotation, CheckReport } from "../ports/check-runs.ts";
import type { PlacedFinding } from "../verification/evidence/check-edits.ts";
import type { CheckedQuotation } from "../verification/evidence/check-quotations.ts";
import { isBrokenBy } from "../verification/evidence/ground-quotations.ts";
import type { LedgerEntry } from "../verification/evidence/ledger.ts";
import type { PostSentence } from "../verification/evidence/split-post.ts";
import { cleanInline, cleanLine, renderCode } from "./clean-for-github.ts";
import { type Place, renderPlace } from "./evidence.ts";
import { type LedgerRow, renderLedger } from "./render-ledger.ts";

/** A source as a check may show it. A withheld one has no page, and no word of it is repeated. */
export type CheckedSource = Place & { readonly isWithheld: boolean };

/** What the check run says it of. */
export type Evidence = {
  /** The path of the post. */
  readonly path: string;
  readonly sentences: readonly PostSentence[];
  /** As many as sentences, in their order. */
  readonly entries: readonly LedgerEntry[];
  readonly quotations: readonly CheckedQuotation[];
  readonly sources: readonly CheckedSource[];
  /** The shown paths of sources that could not be read again. */
  readonly unread: readonly string[];
  /** What other checks say, with the line of the post where they know it. */
  readonly findings: readonly PlacedFinding[];
};

/** The name of the check run. */
export const evidenceCheck = "Galley / evidence";

/** In the summary; the annotations have all of them. */
const mostListed = 20;
const mostOriginal = 1_000;

const levels = { error: "failure", warning: "warning", note: "notice" } as const;

/**
 * The check run of a post: how many of its sentences rest on sources, and which quotations are not what was said. It
 * fails for a quotation that was changed or invented. A sentence that somebody wrote is never an error.
 */
export function describeEvidence(evidence: Evidence): CheckReport {
  const { path, sentences, entries, sources, unread, findings } = evidence;
  // What could not be read may hold what was not found.
  const quotations = evidence.quotations.map((one) =>
    unread.length > 0 && one.state === "unfound" ? { ...one, state: "unproven" as const } : one,
  );
  const broken = quotations.filter(({ state }) => state !== "kept" && state !== "own");
  const own = quotations.filter(({ state }) => state === "own");
  const rows = sentences.flatMap((sentence, at): LedgerRow[] => {
    const entry = entries[at];
    return entry
      ? [{ sentence, entry, broken: broken.find((one) => isBrokenBy(one, sentence)) ?? null }]
      : [];
  });
  const annotations = [
    ...[...broken, ...own].map((one) => annotate(one, path, sources)),
    ...findings.map(({ severity, message, line, original }): Annotation => {
      const at = line ?? 1;
      const said = original ? ` ${describeOriginal(original, sources)}` : "";
      const text = cleanLine(`${message}${said}`);
      return { path, firstLine: at, lastLine: at, level: levels[severity], message: text };
    }),
  ];
  const isWeak = unread.length + own.length > 0 || annotations.some(({ level }) => level !== "notice");
  return {
    name: evidenceCheck,
    conclusion: annotations.some(({ level }) => level === "failure")
      ? "failure"
      : isWeak
        ? "neutral"
        : "success",
    title: describeCounts(rows, quotations),
    summary: renderSummary(rows, [...broken, ...own], { path, sources, unread, findings }),
    text: renderLedger(rows, sources),
    annotations,
  };
}

function annotate(
  { quotation, state, message, original }: CheckedQuotation,
  path: string,
  sources: readonly CheckedSource[],
): Annotation {
  const lastLine = quotation.line + quotation.text.split("\n").length - 1;
  const said = original ? ` ${describeOriginal(original, sources)}` : "";
  return {
    path,
    firstLine: quotation.line,
    lastLine,
    level: state === "own" ? "notice" : state === "unproven" ? "warning" : "failure",
    message: cleanLine(`${message ?? ""}${said}`),
  };
}

/** As plain text; a withheld source is named, and its words are not repeated. */
function describeOriginal(
  { passage, speaker, differing }: NonNullable<CheckedQuotation["original"]>,
  sources: readonly CheckedSource[],
): string {
  const source = sources.find(({ id }) => id === passage.source);
  const place = `${source?.path ?? passage.path}, line ${passage.firstLine}`;
  if (!source || source.isWithheld) return `What was said stands in ${place}.`;
  return `${speaker ?? "The source"} said (${place}): “${cut(differing)}”`;
}

function cut(text: string): string {
  return text.length > mostOriginal ? `${text.slice(0, mostOriginal).toWellFormed()} …` : text;
}

function describeCounts(rows: readonly LedgerRow[], quotations: readonly CheckedQuotation[]): string {
  const count = (state: CheckedQuotation["state"]) => quotations.filter((one) => one.state === state).length;
  const own = rows.filter(isOwn).length;
  const [changed, unfound, brought] = [count("changed"), count("unfound"), count("own")];
  return [
    `${rows.filter(isGrounded).length} of ${rows.length} ${rows.length === 1 ? "sentence" : "sentences"} grounded`,
    `${own === 0 ? "none" : own} the author's own`,
    `${changed === 0 ? "no" : changed} ${changed > 1 ? "quotations" : "quotation"} changed`,
    ...(unfound > 0 ? [`${unfound} in no source`] : []),
    ...(brought > 0 ? [`${brought} of the author's own`] : []),
  ].join(", ");
}

const isGrounded = ({ entry, broken }: LedgerRow) => broken === null && entry.passages.length > 0;
const isOwn = ({ entry, broken }: LedgerRow) => broken === null && entry.passages.length === 0 && entry.isOwn;

function renderSummary(
  rows: readonly LedgerRow[],
  broken: readonly CheckedQuotation[],
  { path, sources, unread, findings }: Pick<Evidence, "path" | "sources" | "unread" | "findings">,
): string {
  const connecting = rows.filter(
    ({ entry, broken: one }) => one === null && entry.passages.length === 0 && !entry.isOwn,
  ).length;
  const own = rows.filter(isOwn).length;
  const counted = [
    `Sentences that rest on the sources: ${rows.filter(isGrounded).length}`,
    ...(connecting > 0 ? [`that claim nothing: ${connecting}`] : []),
    ...(own > 0 ? [`the author's own, which is no mistake: ${own}`] : []),
  ].join("; ");
  const listed = [
    ...broken.map((one) => `- ${renderBroken(one, sources)}`),
    ...unread.map(
      (path) => `- ${renderCode(path)} could not be read again, so nothing could be found in it.`,
    ),
    ...findings.map(
      ({ place, line, message }) =>
        `- ${cleanInline(line === null ? place : `${path}, line ${line}`)}: ${cleanInline(message)}`,
    ),
  ];
  const left = listed.length - mostListed;
  const more = left > 0 ? [`- and ${left} more, beside their lines`] : [];
  return [`${counted}.`, [...listed.slice(0, mostListed), ...more].join("\n")].filter(Boolean).join("\n\n");
}

function renderBroken({ message, original }: CheckedQuotation, sources: readonly CheckedSource[]): string {
  const source = sources.find(({ id }) => id === original?.passage.source);
  if (!original) return cleanInline(message ?? "");
  const place = renderPlace(original.passage, sources);
  if (!source || source.isWithheld) return `${cleanInline(message ?? "")} What was said: ${place}`;
  return `${cleanInline(message ?? "")} What was said: “${cleanInline(cut(original.differing))}” (${place})`;
}
