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
    const words = headings.join("; ").split(/\s+/).slice(0, maxWords).join(" ");
    return words === "" ? [] : [[source.id, words.replace(/[;,]$/, "")] as const];
  });
  return Object.fromEntries(used);
}

/** The outline for the model, the section to be written marked. */
export function describeOutline(sections: readonly PlannedSection[], current: number): string {
  return sections
    .map(({ heading }, at) => `${at + 1}. ${heading}${at === current ? " (this one)" : ""}`)
    .join("\n");
}
