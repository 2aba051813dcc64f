import { UserError } from "../../../errors.ts";
import type { CheckReport } from "../../../ports/check-runs.ts";
import { type CheckedSource, describeEvidence } from "../../../pull-request/describe-evidence.ts";
import { parsePostFile } from "../../../pull-request/post-file.ts";
import type { Transcript } from "../../../sources/transcript.ts";
import type {
  NamesPolicy,
  NumberedLeak,
} from "../../../verification/confidentiality/check-confidentiality.ts";
import { describeConfidentiality } from "../../../verification/confidentiality/describe-confidentiality.ts";
import type { PlacedFinding } from "../../../verification/evidence/check-edits.ts";
import { type CheckedQuotation, checkQuotations } from "../../../verification/evidence/check-quotations.ts";
import { groundQuotations } from "../../../verification/evidence/ground-quotations.ts";
import type { LedgerEntry } from "../../../verification/evidence/ledger.ts";
import { listQuotations } from "../../../verification/evidence/list-quotations.ts";
import { markOwn } from "../../../verification/evidence/mark-own.ts";
import { type PostSentence, splitPost } from "../../../verification/evidence/split-post.ts";

/** What of the sources a post says and nobody released. */
export type ScreenedPost = {
  readonly leaks: readonly NumberedLeak[];
  readonly released: number;
  /** The files that it looked at, by their paths. */
  readonly files: readonly string[];
  /** How many more it brings that were not read, or not to their end. */
  readonly unread: number;
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
  /** What other checks find, given what every sentence rests on. */
  readonly check: (
    sentences: readonly PostSentence[],
    entries: readonly LedgerEntry[],
  ) => readonly PlacedFinding[];
  /** Null for a pull request that was opened before it was looked at. */
  readonly screened: ScreenedPost | null;
};

type LookedPost = PostToLookAt & {
  readonly findings: readonly PlacedFinding[];
  readonly sentences: readonly PostSentence[];
  readonly entries: readonly LedgerEntry[];
  readonly quotations: readonly CheckedQuotation[];
};

/** The check runs of a post. Another is a line here: what it says of a post, or null when it has nothing to say. */
const checks: readonly ((post: LookedPost) => CheckReport | null)[] = [
  describeEvidence,
  ({ screened }) => describeScreened(screened),
];

/** The entries of the post's ledger and what every check says. `trace` tells what a sentence rests on. */
export function lookAtPost(
  post: PostToLookAt,
  trace: (sentences: readonly PostSentence[]) => LedgerEntry[],
): { readonly entries: readonly LedgerEntry[]; readonly reports: readonly CheckReport[] } {
  const sentences = splitPost(post.text);
  const { transcripts } = post;
  const found = checkQuotations(listQuotations(post.text, readData(post.text)), transcripts);
  const entries = groundQuotations(sentences, trace(sentences), found);
  // What could not be read may hold them.
  const quotations = post.unread.length > 0 ? found : markOwn(found, { sentences, entries, transcripts });
  const findings = post.check(sentences, entries);
  const looked = { ...post, sentences, entries, quotations, findings };
  return { entries, reports: checks.flatMap((check) => check(looked) ?? []) };
}

/** The check run of confidentiality; null where nothing was kept to compare with. */
export function describeScreened(screened: ScreenedPost | null): CheckReport | null {
  if (!screened) return null;
  const { leaks, released, files, unread, policy } = screened;
  const { annotations, ...said } = describeConfidentiality(leaks, policy, { files, released, unread });
  return {
    ...said,
    name: "Galley / confidentiality",
    text: null,
    annotations: annotations.map(({ line, ...one }) => ({ ...one, firstLine: line, lastLine: line })),
  };
}

/** Front matter that cannot be read is another check's finding. */
export function readData(text: string): Readonly<Record<string, unknown>> {
  try {
    return parsePostFile(text).data;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return {};
  }
}
