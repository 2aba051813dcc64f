import type { Verdict } from "../drafting/verdict.ts";
import type { Finding } from "./finding.ts";

/**
 * What a judge said of the claims, which is advice: a warning where the passages say something else, a note where they do
 * not say it, and one note for all that was not evaluated. `places` has the place of each claim.
 */
export function describeVerdicts(verdicts: readonly Verdict[], places: readonly string[]): Finding[] {
  const findings = verdicts.flatMap((verdict, at): Finding[] => {
    const place = places[at] ?? "the claims";
    if (verdict === "no") return [{ rule: "judge-no", severity: "warning", place, message: contradicted }];
    return verdict === "not said"
      ? [{ rule: "judge-not-said", severity: "note", place, message: unsaid }]
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
