import type { Composition } from "../composition.ts";
import { SectionAnswer } from "../judge-section.ts";
import { maxSectionTokens, prepareSection } from "../write-section.ts";
import { askForRepair, type Repairing } from "./ask-for-repair.ts";
import type { Objection } from "./objection.ts";

/**
 * A section with its objections mended, judged as it was when it was written. Null when nothing came of it, or when more
 * than half of its sentences went: then it would no longer be the section that was planned. `writtenFrom` is the plan that
 * it was written from: with another heading other passages would be shown, and what rests on the former would not stand.
 */
export async function mendSection(
  repairing: Repairing,
  composition: Composition,
  at: number,
  objections: readonly Objection[],
  writtenFrom = composition.plan,
): Promise<Composition | null> {
  const { sections } = composition;
  const section = sections[at];
  if (!section) return null;
  const place = { plan: writtenFrom, at, others: sections.toSpliced(at, 1) };
  const { sources, judge } = await prepareSection(repairing.model, repairing.request, place);
  const answer = await askForRepair(
    repairing,
    {
      name: `section ${at + 1}`,
      schema: SectionAnswer,
      written: section.answer,
      sources,
      maxOutputTokens: maxSectionTokens,
    },
    objections,
  );
  if (answer === null) return null;
  const mended = judge(answer).section;
  if (mended.claims.length * 2 < section.claims.length) return null;
  return { ...composition, sections: sections.with(at, mended) };
}
