import { UserError } from "../../errors.ts";
import type { CheckReport } from "../../ports/check-runs.ts";
import { type CheckedSource, describeEvidence } from "../../pull-request/describe-evidence.ts";
import { parsePostFile } from "../../pull-request/post-file.ts";
import type { Transcript } from "../../sources/transcript.ts";
import type { NamesPolicy, NumberedLeak } from "../../verification/confidentiality/check-confidentiality.ts";
import { describeConfidentiality } from "../../verification/confidentiality/describe-confidentiality.ts";
import { type CheckedQuotation, checkQuotations } from "../../verification/evidence/check-quotations.ts";
import { groundQuotations } from "../../verification/evidence/ground-quotations.ts";
import type { LedgerEntry } from "../../verification/evidence/ledger.ts";
import { listQuotations } from "../../verification/evidence/list-quotations.ts";
import { type PostSentence, splitPost } from "../../verification/evidence/split-post.ts";
import type { Finding } from "../../verification/finding.ts";

/** What of the sources a post says and nobody released. */
export type ScreenedPost = {
  readonly leaks: readonly NumberedLeak[];
  readonly released: number;
  readonly policy: NamesPolicy;
};

/** A post as it stands on the branch, with all that a check may compare it to. */
type PostToLookAt = {
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  readonly transcripts: readonly Transcript[];
  readonly sources: readonly CheckedSource[];
  /** Shown paths of sources that could not be read again. */
  readonly unread: readonly string[];
  /** What was found before, with the line of the file where that is known. */
  readonly findings: readonly (Finding & { readonly line: number | null })[];
  /** Null for a pull request that was opened before it was looked at. */
  readonly screened: ScreenedPost | null;
};

type LookedPost = PostToLookAt & {
  readonly sentences: readonly PostSentence[];
  readonly entries: readonly LedgerEntry[];
  readonly quotations: readonly CheckedQuotation[];
};

/** The check runs of a post. Another is a line here: what it says of a post, or null when it has nothing to say. */
const checks: readonly ((post: LookedPost) => CheckReport | null)[] = [
  describeEvidence,
  reportConfidentiality,
];

/** The entries of the post's ledger and what every check says. `trace` tells what a sentence rests on. */
export function lookAtPost(
  post: PostToLookAt,
  trace: (sentences: readonly PostSentence[]) => LedgerEntry[],
): { readonly entries: readonly LedgerEntry[]; readonly reports: readonly CheckReport[] } {
  const sentences = splitPost(post.text);
  const quotations = checkQuotations(listQuotations(post.text, readData(post.text)), post.transcripts);
  const entries = groundQuotations(sentences, trace(sentences), quotations);
  const looked = { ...post, sentences, entries, quotations };
  return { entries, reports: checks.flatMap((check) => check(looked) ?? []) };
}

function reportConfidentiality({ path, screened }: LookedPost): CheckReport | null {
  if (!screened) return null;
  const { leaks, released, policy } = screened;
  const { annotations, ...said } = describeConfidentiality(leaks, policy, { files: [path], released });
  return {
    ...said,
    name: "Galley / confidentiality",
    text: null,
    annotations: annotations.map(({ line, ...one }) => ({ ...one, firstLine: line, lastLine: line })),
  };
}

/** Front matter that cannot be read is another check's finding. */
function readData(text: string): Readonly<Record<string, unknown>> {
  try {
    return parsePostFile(text).data;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return {};
  }
}
