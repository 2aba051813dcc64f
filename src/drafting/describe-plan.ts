import type { Transcript } from "../sources/transcript.ts";
import type { PlannedSection } from "./judge-plan.ts";

const maxWords = 12;

/** What each source was used for: the headings of the sections that rest on it, in at most twelve words. */
export function describeUse(
  sections: readonly PlannedSection[],
  transcripts: readonly Transcript[],
): Record<string, string> {
  const used = transcripts.flatMap(({ source }) => {
    const headings = sections
      .filter(({ passages }) => passages.some((passage) => passage.source === source.id))
      .map(({ heading }) => heading);
    return headings.length === 0 ? [] : [[source.id, joinUpTo(headings)] as const];
  });
  return Object.fromEntries(used);
}

/** Whole headings while they fit; the first one cut where it does not. */
function joinUpTo(headings: readonly string[]): string {
  let use = "";
  for (const heading of headings) {
    const longer = use === "" ? heading : `${use}; ${heading}`;
    if (longer.split(/\s+/).length > maxWords)
      return use || heading.split(/\s+/).slice(0, maxWords).join(" ");
    use = longer;
  }
  return use;
}

/** The outline for the model, the section to be written marked. */
export function describeOutline(sections: readonly PlannedSection[], current: number): string {
  return sections
    .map(({ heading }, at) => `${at + 1}. ${heading}${at === current ? " (this one)" : ""}`)
    .join("\n");
}
