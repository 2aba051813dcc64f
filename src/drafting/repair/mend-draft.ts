import type { Brief } from "../../sources/brief.ts";
import { type Composition, findPart, type Part } from "../composition.ts";
import type { Draft } from "../draft.ts";
import type { Repairing } from "./ask-for-repair.ts";
import { mendAnnouncement } from "./mend-announcement.ts";
import { mendHead } from "./mend-head.ts";
import { mendSection } from "./mend-section.ts";
import type { Objection } from "./objection.ts";

/**
 * One repair turn for each part that objections are about, the announcement last, since it tells of the others. What
 * `isBetter` does not take of the draft that `assemble` makes is left as it was.
 */
export async function mendDraft(
  repairing: Repairing,
  composition: Composition,
  objections: readonly Objection[],
  {
    assemble,
    isBetter,
  }: {
    readonly assemble: (composition: Composition) => Draft;
    readonly isBetter: (mended: Draft, current: Draft) => boolean;
  },
): Promise<Composition> {
  const own = objections.filter(({ at }) => !isOfAsker(at, repairing.request.brief, composition));
  let current = composition;
  for (const [part, about] of groupByPart(composition, own)) {
    repairing.signal.throwIfAborted();
    const mended = await mendPart(repairing, { current, written: composition }, part, about);
    if (mended && isBetter(assemble(mended), assemble(current))) current = mended;
  }
  return current;
}

/** What somebody asked for in so many words is not the model's to mend. The hook is the first line of the body too. */
function isOfAsker(at: Objection["at"], brief: Brief, { plan }: Composition): boolean {
  if (at === "angle") return brief.angle !== null;
  return (at === "hook" || (at === 1 && plan.opening !== null)) && brief.hook !== null;
}

function mendPart(
  repairing: Repairing,
  { current, written }: { readonly current: Composition; readonly written: Composition },
  part: Part,
  objections: readonly Objection[],
): Promise<Composition | null> {
  if (part === "head") return mendHead(repairing, current, objections);
  if (part === "announcement") return mendAnnouncement(repairing, current, objections);
  return mendSection(repairing, current, part, objections, written.plan);
}

function groupByPart(
  composition: Composition,
  objections: readonly Objection[],
): readonly (readonly [Part, readonly Objection[]])[] {
  const parts: readonly Part[] = ["head", ...composition.sections.keys(), "announcement"];
  return parts
    .map((part) => [part, objections.filter((one) => findPart(composition, one) === part)] as const)
    .filter(([, own]) => own.length > 0);
}
