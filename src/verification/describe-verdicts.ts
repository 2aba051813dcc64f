import type { Verdict } from "../drafting/verdict.ts";
import { hashClaim } from "./evidence/ledger.ts";
import type { Finding } from "./finding.ts";

/**
 * What a judge said of the claims, which is advice: a warning where the passages say something else, a note where they do
 * not say it, and one note for all that was not evaluated. `claims` has the place and the words of each.
 */
export function describeVerdicts(
  verdicts: readonly Verdict[],
  claims: readonly { readonly place: string; readonly text: string }[],
): Finding[] {
  const findings = verdicts.flatMap((verdict, at): Finding[] => {
    const claim = claims[at];
    if (!claim) return [];
    const about = { place: claim.place, sentence: hashClaim(claim.text) };
    if (verdict === "no") return [{ rule: "judge-no", severity: "warning", message: contradicted, ...about }];
    return verdict === "not said"
      ? [{ rule: "judge-not-said", severity: "note", message: unsaid, ...about }]
      : [];
  });
  const missing = verdicts.filter((verdict) => verdict === "not evaluated").length;
  return missing === 0 ? findings : [...findings, describeMissing(missing)];
}

const contradicted =
  "The language model, asked to judge, finds that the cited passages say something else: read them again.";
const unsaid =
  "The language model, asked to judge, did not find this in the cited passages: read them again, or cite what it rests on.";

function describeMissing(missing: number): Finding {
  const which = missing === 1 ? "One claim was" : `${missing} claims were`;
  return {
    rule: "judge-not-evaluated",
    severity: "note",
    place: "the claims",
    message: `${which} not evaluated by the language model: no answer could be read, or none could be afforded.`,
  };
}
