import { z } from "zod";
import { Draft } from "../../../drafting/draft.ts";
import type { Objection } from "../../../drafting/repair/objection.ts";
import { UserError } from "../../../errors.ts";
import type { Once, Spending, WriteRequest, Writer } from "../../../ports/writer.ts";
import { renderCode } from "../../../pull-request/clean-for-github.ts";
import type { Brief } from "../../../sources/brief.ts";
import type { Series } from "../../../sources/settings.ts";
import {
  type Pseudonyms,
  usePseudonymsInBrief,
  usePseudonymsInText,
} from "../../../sources/use-pseudonyms.ts";
import { Finding } from "../../../verification/finding.ts";
import type { StyleSettings } from "../../../verification/style-settings.ts";
import { type Readable, readTranscripts } from "../reading/read-transcripts.ts";
import { proveDraft } from "./prove-draft.ts";

/** What was written: the draft, what the checks say of it, and the sources that it was written from. */
export const Written = z.object({
  draft: Draft,
  findings: z.array(Finding),
  sourceIds: z.array(z.string()),
  unread: z.array(z.object({ path: z.string(), reason: z.string() })),
});
export type Written = z.infer<typeof Written>;

/** What becomes of the writing: a draft, or why there is none, in one sentence. */
export type WriteResult =
  | { readonly kind: "written"; readonly written: Written }
  | { readonly kind: "declined"; readonly reason: string };

/**
 * Writes a draft from its sources and proves it. The same for an issue and for the command line. Throws a `UserError`
 * where no source can be read, and where the draft quotes what no source says and nothing whole is left without that.
 */
export async function writeDraft(
  request: Readable & {
    readonly brief: Brief;
    /** The repository's series; null where there are no settings to name one. */
    readonly series: readonly Series[] | null;
    readonly style: StyleSettings;
    /** The voice of the series, from the file that the settings name. */
    readonly voiceNotes: string | null;
    /** Whether a language model judges the claims that it wrote. */
    readonly isJudged: boolean;
    /** What of the sources a draft says that would keep it from being opened; a model is told. */
    readonly screen?: (draft: Draft) => readonly Objection[];
    readonly tokensPerDraft: number;
    readonly once: Once;
    readonly spending: Spending;
  },
  writer: Writer,
  signal: AbortSignal,
): Promise<WriteResult> {
  const { transcripts, unread, offRecord } = readTranscripts(request);
  if (transcripts.length === 0) {
    const reasons = unread.map(({ path, reason }) => `${renderCode(path)} (${reason})`);
    throw new UserError(
      `Nothing was drafted, because none of the sources could be read: ${reasons.join("; ")}.`,
    );
  }
  const { tokensPerDraft, once, spending } = request;
  const brief = usePseudonymsInBrief(request.brief, request.pseudonyms);
  const series = describeSeries(request.brief, request);
  const { banned } = request.style;
  const outcome = await writer.write(
    { brief, series, transcripts, banned, tokensPerDraft, once, spending },
    signal,
  );
  if (outcome.kind === "declined") return outcome;
  const { style, isJudged, screen = () => [] } = request;
  const grounds = { brief, transcripts, style, screen, isJudged };
  const { draft, findings } = await proveDraft(outcome, grounds, signal);
  const written = {
    draft,
    findings: [...findings, ...checkSeries(request.brief, request.series), ...noteOffRecord(offRecord)],
    sourceIds: transcripts.map(({ source }) => source.id),
    unread: [...unread],
  };
  return { kind: "written", written };
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

/** The series that a brief names, in whatever case. */
function findSeries(brief: Brief, series: readonly Series[] | null): Series | undefined {
  return series?.find(({ name }) => name.toLowerCase() === brief.series?.toLowerCase());
}

/** What a prompt is told of the series, under the pseudonyms that count for everything a writer reads. */
export function describeSeries(
  brief: Brief,
  {
    series,
    voiceNotes,
    pseudonyms,
  }: {
    readonly series: readonly Series[] | null;
    readonly voiceNotes: string | null;
    readonly pseudonyms: Pseudonyms;
  },
): WriteRequest["series"] {
  const found = findSeries(brief, series);
  if (!found) return null;
  const inText = (text: string | null) => (text === null ? null : usePseudonymsInText(text, pseudonyms));
  const { name, pointOfView } = found;
  return {
    name: usePseudonymsInText(name, pseudonyms),
    pointOfView: inText(pointOfView),
    voiceNotes: inText(voiceNotes),
  };
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
