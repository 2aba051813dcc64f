import { z } from "zod";
import { Draft } from "../../drafting/draft.ts";
import { PermanentError, UserError } from "../../errors.ts";
import type { Once, Spending, Writer } from "../../ports/writer.ts";
import { renderCode } from "../../pull-request/clean-for-github.ts";
import { applySpeakers } from "../../sources/apply-speakers.ts";
import type { Brief } from "../../sources/brief.ts";
import { keepLines } from "../../sources/keep-lines.ts";
import { leaveOutOffRecord } from "../../sources/leave-out-off-record.ts";
import { parseTranscript } from "../../sources/parse-transcript.ts";
import type { Series } from "../../sources/settings.ts";
import type { Source } from "../../sources/source.ts";
import type { Speakers } from "../../sources/speakers.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { checkDraft } from "../../verification/check-draft.ts";
import { Finding } from "../../verification/finding.ts";

/** A source that holds nothing to work with, with the reason. */
export type Unreadable = { readonly path: string; readonly reason: string };

/** What was written: the draft, what the checks say of it, and the sources that it was written from. */
export const Written = z.object({
  draft: Draft,
  findings: z.array(Finding),
  sourceIds: z.array(z.string()),
  unread: z.array(z.object({ path: z.string(), reason: z.string() })),
});
export type Written = z.infer<typeof Written>;

type Lines = { readonly first: number; readonly last: number } | null;

/** What becomes of the writing: a draft, or why there is none, in one sentence. */
export type WriteResult =
  | { readonly kind: "written"; readonly written: Written }
  | { readonly kind: "declined"; readonly reason: string };

/**
 * Writes a draft from its sources and checks its quotations. The same for an issue and for the command line.
 * A quotation that is not in the sources is a defect of the writer: it throws, and nothing is shown.
 */
export async function writeDraft(
  request: {
    readonly brief: Brief;
    /** The repository's series; null where there are no settings to name one. */
    readonly series: readonly Series[] | null;
    readonly sources: readonly (Source & { readonly lines: Lines })[];
    /** Who stands behind the labels, and what may be quoted. */
    readonly speakers: Speakers;
    readonly tokensPerDraft: number;
    readonly once: Once;
    readonly spending: Spending;
  },
  writer: Writer,
  signal: AbortSignal,
): Promise<WriteResult> {
  const { transcripts, unread, offRecord } = parseAll(request.sources, request.speakers);
  if (transcripts.length === 0) {
    const reasons = unread.map(({ path, reason }) => `${renderCode(path)} (${reason})`);
    throw new UserError(
      `Nothing was drafted, because none of the sources could be read: ${reasons.join("; ")}.`,
    );
  }
  const { brief, tokensPerDraft, once, spending } = request;
  const series = findSeries(brief, request.series) ?? null;
  const outcome = await writer.write({ brief, series, transcripts, tokensPerDraft, once, spending }, signal);
  if (outcome.kind === "declined") return outcome;
  const findings = checkDraft(outcome.draft, brief, transcripts);
  if (findings.some(({ severity }) => severity === "error"))
    throw new PermanentError("The writer quoted what no source says");
  const written = {
    draft: outcome.draft,
    findings: [...findings, ...checkSeries(request.brief, request.series), ...noteOffRecord(offRecord)],
    sourceIds: transcripts.map(({ source }) => source.id),
    unread: [...unread],
  };
  return { kind: "written", written };
}

function parseAll(
  sources: readonly (Source & { readonly lines: Lines })[],
  speakers: Speakers,
): {
  transcripts: Transcript[];
  unread: Unreadable[];
  /** How many turns were said off the record; nobody is passed them. */
  offRecord: number;
} {
  const transcripts: Transcript[] = [];
  const unread: Unreadable[] = [];
  let offRecord = 0;
  for (const source of sources) {
    try {
      // Before the lines are chosen and speakers left out: the mark may stand outside of what is kept.
      const { transcript: onRecord, leftOut } = leaveOutOffRecord(parseTranscript(source));
      const whole = keepLines(onRecord, source.lines);
      const said = { ...whole, utterances: whole.utterances.filter(({ mark }) => mark !== "noise") };
      const transcript = applySpeakers(said, speakers);
      offRecord += leftOut;
      if (transcript.utterances.length > 0) transcripts.push(transcript);
      else if (leftOut > 0 && whole.utterances.length === 0)
        unread.push({ path: source.path, reason: "what it holds was said off the record" });
      else unread.push({ path: source.path, reason: describeNothingLeft(whole, said, source.lines) });
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      unread.push({ path: source.path, reason: thrown.message.replace(/\.$/, "") });
    }
  }
  return { transcripts, unread, offRecord };
}

function describeNothingLeft(whole: Transcript, said: Transcript, lines: Lines): string {
  if (whole.utterances.length === 0)
    return lines === null ? "it holds no text" : `it holds no words in lines ${lines.first} to ${lines.last}`;
  if (said.utterances.length === 0)
    return "it holds only what a recogniser of speech made of silence or noise";
  return "nobody in it may be quoted, as the speakers file says";
}

function noteOffRecord(turns: number): Finding[] {
  if (turns === 0) return [];
  const were = turns === 1 ? "One turn was" : `${turns} turns were`;
  return [
    {
      rule: "off-the-record",
      severity: "note",
      place: "the sources",
      message: `${were} said off the record, and the writer was not shown them.`,
    },
  ];
}

function findSeries(brief: Brief, series: readonly Series[] | null): Series | undefined {
  return series?.find(({ name }) => name.toLowerCase() === brief.series?.toLowerCase());
}

function checkSeries(brief: Brief, series: readonly Series[] | null): Finding[] {
  if (series === null || brief.series === null || findSeries(brief, series)) return [];
  return [
    {
      rule: "unknown-series",
      severity: "warning",
      place: "the issue",
      message:
        "The series that the issue names is not in `series` of .github/galley.yml: add it there, or mend the name.",
    },
  ];
}
