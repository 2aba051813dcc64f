import type { Stretch } from "./find-stretches.ts";
import { compareTerms, type SentenceIndex } from "./index-sentences.ts";

/**
 * Puts chosen stretches in the order in which they were said and parts them into sections where the talk
 * has moved on: far apart, little in common, or another source (after the gaps of TextTiling, Hearst 1997).
 */
export function planSections(chosen: readonly Stretch[], index: SentenceIndex): Stretch[][] {
  const ordered = [...chosen].sort((a, b) => place(a) - place(b));
  const wanted = Math.min(5, Math.max(3, Math.round(ordered.length / 2)), ordered.length);
  const sections = ordered.map((stretch) => [stretch]);
  while (sections.length > wanted) {
    const at = closestPair(sections, index);
    if (at < 0) break;
    sections.splice(at, 2, [...(sections[at] ?? []), ...(sections[at + 1] ?? [])]);
  }
  return sections.slice(0, 5);
}

function closestPair(sections: readonly Stretch[][], index: SentenceIndex): number {
  let best = { at: -1, gap: Number.POSITIVE_INFINITY };
  for (let at = 0; at + 1 < sections.length; at++) {
    const before = sections[at]?.at(-1);
    const after = sections[at + 1]?.[0];
    const size = (sections[at]?.length ?? 0) + (sections[at + 1]?.length ?? 0);
    if (!before || !after) continue;
    const otherSource = before.units[0]?.transcript !== after.units[0]?.transcript;
    const distance = Math.log1p(place(after) - place(before));
    const gap =
      distance -
      3 * compareTerms(before.terms, after.terms, index.weigh) +
      (size - 2) * 1.5 +
      (otherSource ? 50 : 0);
    if (gap < best.gap) best = { at, gap };
  }
  return best.at;
}

function place(stretch: Stretch): number {
  return stretch.units[0]?.index ?? 0;
}

const maxDistance = 40;

/** A section of one quotation gets a second from the talk around it, where there is a fair one. */
export function fillSections(
  sections: readonly Stretch[][],
  { spare }: { readonly spare: readonly Stretch[] },
): Stretch[][] {
  const taken = new Set(sections.flat().flatMap(({ units }) => units.map((unit) => unit.index)));
  return sections.map((section) => {
    const only = section[0];
    if (section.length !== 1 || !only) return section;
    const near = spare.find(
      (stretch) =>
        stretch.units[0]?.transcript === only.units[0]?.transcript &&
        Math.abs(place(stretch) - place(only)) <= maxDistance &&
        !stretch.units.some(({ index }) => taken.has(index) || taken.has(index - 1) || taken.has(index + 1)),
    );
    for (const unit of near?.units ?? []) taken.add(unit.index);
    return near ? [only, near].sort((a, b) => place(a) - place(b)) : section;
  });
}

/** A section that nothing names joins the one before it, while more than three are left. */
export function mergeUnnamed(
  sections: readonly Stretch[][],
  names: readonly { readonly topic: string | null }[],
): Stretch[][] {
  const merged: Stretch[][] = [];
  let spare = sections.length - 3;
  sections.forEach((section, at) => {
    const before = merged.at(-1);
    const sameSource = before?.[0]?.units[0]?.transcript === section[0]?.units[0]?.transcript;
    if (
      before &&
      sameSource &&
      spare > 0 &&
      names[at]?.topic === null &&
      before.length + section.length <= 5
    ) {
      before.push(...section);
      spare--;
    } else merged.push([...section]);
  });
  return merged;
}
