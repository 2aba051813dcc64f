import type { Draft } from "../../../drafting/draft.ts";
import type { Objection } from "../../../drafting/repair/objection.ts";
import { UserError } from "../../../errors.ts";
import type { Revision, WriteOutcome } from "../../../ports/writer.ts";
import type { Brief } from "../../../sources/brief.ts";
import type { Transcript } from "../../../sources/transcript.ts";
import { checkDraft, examineDraft, locateClaim } from "../../../verification/check-draft.ts";
import { checkStyle } from "../../../verification/check-style.ts";
import { describeVerdicts } from "../../../verification/describe-verdicts.ts";
import type { Finding } from "../../../verification/finding.ts";
import { leaveOutErrors } from "../../../verification/leave-out-errors.ts";
import type { StyleSettings } from "../../../verification/style-settings.ts";

/** What a draft is held against. */
type Grounds = {
  readonly brief: Brief;
  readonly transcripts: readonly Transcript[];
  readonly style: StyleSettings;
  /** What of the sources the draft says that would keep it from being opened. */
  readonly screen: (draft: Draft) => readonly Objection[];
  /** Whether the language model, where there is one, judges the claims of the draft as it stands in the end. */
  readonly isJudged: boolean;
};

/**
 * Verification, one repair turn with the checks' own sentences, verification again; then it is decided. A quotation that
 * no source says is left out, and where that leaves no whole post there is none: a `UserError` says so. What else was
 * found is told with the draft. Whatever the repair and the judge cost is on the draft's bill.
 */
export async function proveDraft(
  { draft, revision }: Extract<WriteOutcome, { kind: "draft" }>,
  grounds: Grounds,
  signal: AbortSignal,
): Promise<{ readonly draft: Draft; readonly findings: readonly Finding[] }> {
  const { brief, transcripts, style } = grounds;
  const mended = revision ? await mend(draft, revision, grounds, signal) : draft;
  const proved = leaveOutErrors(mended, brief, transcripts);
  if (proved === null)
    throw new UserError(
      "Nothing was drafted: the draft puts words between quotation marks that no source says, and without them too little of it is left. Ask for it again, or name the source that has them.",
    );
  const findings = [...checkDraft(proved, brief, transcripts), ...checkStyle(proved, style)];
  if (!revision || !grounds.isJudged) return { draft: { ...proved, ...revision?.bill() }, findings };
  const verdicts = await revision.judge(proved.claims, signal);
  const claims = proved.claims.map((claim) => ({ place: locateClaim(claim, proved), text: claim.text }));
  return {
    draft: { ...proved, ...revision.bill() },
    findings: [...findings, ...describeVerdicts(verdicts, claims)],
  };
}

async function mend(
  draft: Draft,
  revision: Revision,
  { brief, transcripts, style, screen }: Grounds,
  signal: AbortSignal,
): Promise<Draft> {
  const examine = (one: Draft) => {
    const examined = examineDraft(one, brief, transcripts);
    const objections = examined.flatMap(({ objection }) => objection ?? []);
    const errors = examined.filter(({ finding }) => finding.severity === "error").length;
    return { objections: [...objections, ...screen(one)], errors, findings: examined.length };
  };
  const { objections } = examine(draft);
  if (objections.length === 0) return draft;
  const weigh = (one: Draft) => {
    const { errors, findings } = examine(one);
    const leaks = screen(one).length;
    return { errors, leaks, all: findings + leaks + checkStyle(one, style).length };
  };
  return await revision.mend(
    objections,
    (mendedDraft, current) => {
      const [after, before] = [weigh(mendedDraft), weigh(current)];
      // An error can be left out; for a name the draft would not be opened. One is no price for the other.
      return after.errors <= before.errors && after.leaks <= before.leaks && after.all < before.all;
    },
    signal,
  );
}
