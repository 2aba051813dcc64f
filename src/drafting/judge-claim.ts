import type { Passage } from "../sources/passage.ts";
import { problemSentences } from "./check-statement.ts";
import type { Claim } from "./draft.ts";
import type { Resolver } from "./resolve-passage.ts";

/**
 * What a model claims at a place of its answer, with the passages that it names; null when it does not stand. The
 * complaints say why, in sentences for the model.
 */
export function judgeClaim(
  { text, passages }: { readonly text: string; readonly passages: readonly string[] },
  place: string,
  { resolve, check }: Pick<Resolver, "resolve" | "check">,
): { claim: Claim | null; complaints: string[] } {
  const checked = check(text);
  const found = passages.map(resolve);
  const known: Passage[] = found.filter((one) => typeof one !== "string");
  const complaints = found
    .filter((one) => typeof one === "string")
    .map((one) => `${place}.passages: ${one}.`);
  if ("problem" in checked) complaints.push(`${place}.text ${problemSentences[checked.problem]}.`);
  if (passages.length === 0) complaints.push(`${place} names no passage; name those that it rests on.`);
  const stands = "text" in checked && known.length > 0;
  return { claim: stands ? { text: checked.text, passages: known } : null, complaints };
}
