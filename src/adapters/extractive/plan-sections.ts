import type { Stretch } from "./find-stretches.ts";
import { compareTerms, type SentenceIndex } from "./index-sentences.ts";

/**
 * Puts chosen stretches in the order in which they were said and parts them into sections where the talk
 * has moved on: far apart, little in common, or another source (after the gaps of TextTiling, Hearst 1997).
 */
export function planSections(chosen: readonly Stretch[], index: SentenceIndex): Stretch[][] {
  const ordered = [...chosen].sort((a, b) => place(a) - place(b));
  const wanted = Math.min(5, Math.max(3, Math.ceil(ordered.length * 0.6)), ordered.length);
  const sections = ordered.map((stretch) => [stretch]);
  while (sections.length > wanted) {
    const at = closestPair(sections, index);
    if (at < 0) break;
    sections.splice(at, 2, [...(sections[at] ?? []), ...(sections[at + 1] ?? [])]);
  }
  return sections.slice(0, 5);
}

function textsOf({ units }: Stretch): string[] {
  return units.map(({ sentence }) => sentence.text);
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

/** A section with little in it gets a second quotation from the talk around it, where there is a fair one. */
export function fillSections(
  sections: readonly Stretch[][],
  { spare }: { readonly spare: readonly Stretch[] },
): Stretch[][] {
  const taken = new Set(sections.flat().flatMap(({ units }) => units.map((unit) => unit.index)));
  const said = new Set(sections.flat().flatMap(textsOf));
  return sections.map((section) => {
    const only = section[0];
    if (section.length !== 1 || !only || only.words >= 100) return section;
    const near = spare.find(
      (stretch) =>
        stretch.units[0]?.transcript === only.units[0]?.transcript &&
        Math.abs(place(stretch) - place(only)) <= maxDistance &&
        !textsOf(stretch).some((text) => said.has(text)) &&
        !stretch.units.some(({ index }) => taken.has(index) || taken.has(index - 1) || taken.has(index + 1)),
    );
    for (const unit of near?.units ?? []) taken.add(unit.index);
    for (const text of near ? textsOf(near) : []) said.add(text);
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
    const sameSource = sourceOf(before) === sourceOf(section);
    if (
      before &&
      sameSource &&
      spare > 0 &&
      names[at]?.topic === null &&
      before.length + section.length <= 5
    ) {
      merged[merged.length - 1] = [...before, ...section].sort((a, b) => place(a) - place(b));
      spare--;
    } else merged.push([...section]);
  });
  return merged;
}

/** A section of one short quotation joins its neighbour in the same source, while more than three are left. */
export function mergeThin(sections: readonly Stretch[][]): Stretch[][] {
  const merged = sections.map((section) => [...section]);
  while (merged.length > 3) {
    const at = merged.findIndex((section) => section.length === 1 && (section[0]?.words ?? 0) < thin);
    const into = [at - 1, at + 1]
      .filter((other) => at >= 0 && merged[other] && sourceOf(merged[other]) === sourceOf(merged[at]))
      .sort((a, b) => (merged[a]?.length ?? 0) - (merged[b]?.length ?? 0))[0];
    if (into === undefined) break;
    const both = [...(merged[at] ?? []), ...(merged[into] ?? [])].sort((a, b) => place(a) - place(b));
    merged.splice(Math.min(at, into), 2, both);
  }
  return merged;
}

const thin = 35;

/** The strongest section leads; the others follow in the order of the talk. */
export function leadWithStrongest(sections: readonly Stretch[][]): Stretch[][] {
  const strength = (section: readonly Stretch[]) => Math.max(0, ...section.map(({ score }) => score));
  const best = [...sections].sort((a, b) => strength(b) - strength(a))[0];
  return best ? [openWithStrongest(best), ...sections.filter((section) => section !== best)] : [];
}

/** Within one turn the order stays: nobody went on to what they had said before. */
function openWithStrongest(section: readonly Stretch[]): Stretch[] {
  const best = [...section].sort((a, b) => b.score - a.score)[0];
  const turn = best?.units[0]?.utterance;
  const alone = section.every((other) => other === best || other.units[0]?.utterance !== turn);
  return best && alone ? [best, ...section.filter((other) => other !== best)] : [...section];
}

function sourceOf(section: readonly Stretch[] | undefined): unknown {
  return section?.[0]?.units[0]?.transcript;
}
