import type { WriteRequest } from "../../ports/writer.ts";
import { buildQuery } from "./build-query.ts";
import { chooseMaterial, type Material } from "./choose-material.ts";
import { createPhraseFinder, type PhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";
import { indexSentences } from "./index-sentences.ts";
import { nameSections, type SectionName } from "./name-sections.ts";
import { createShortNames, type SpeakerNames } from "./name-speakers.ts";
import { fillSections, leadWithStrongest, mergeThin, mergeUnnamed, planSections } from "./plan-sections.ts";
import { rankSentences } from "./rank-sentences.ts";
import { pairTerms, readTerms } from "./read-terms.ts";
import { weighStretches } from "./weigh-stretches.ts";

/** What the sources hold on the brief's subject, parted into sections that have names. */
export type Arranged = {
  readonly kind: "arranged";
  readonly material: Material;
  readonly planned: readonly Stretch[][];
  /** One for each section. */
  readonly names: readonly SectionName[];
  readonly findPhrases: PhraseFinder;
  readonly shortName: SpeakerNames;
};

/** Ranks, chooses and orders; declines, in one sentence, where there is too little. */
export function arrangeMaterial(
  request: WriteRequest,
  signal: AbortSignal,
): Arranged | { readonly kind: "declined"; readonly reason: string } {
  signal.throwIfAborted();
  const index = indexSentences(request.transcripts, pairTerms(request.brief.title));
  const query = buildQuery(request, index);
  const ranking = weighStretches(rankSentences(index, query), index, request);
  signal.throwIfAborted();
  const material = chooseMaterial(request, index, ranking);
  if (material.kind === "declined") return material;
  signal.throwIfAborted();
  const findPhrases = createPhraseFinder(index, ranking.expanded);
  const titleStems = new Set(readTerms(request.brief.title));
  const shortName = createShortNames(request.transcripts);
  const nameAll = (sections: readonly (readonly Stretch[])[]) =>
    nameSections(sections, findPhrases, titleStems, shortName);
  const filled = mergeThin(fillSections(planSections(material.stretches, index), material));
  const ordered = leadWithStrongest(filled);
  const planned = mergeUnnamed(ordered, nameAll(ordered));
  return { kind: "arranged", material, planned, names: nameAll(planned), findPhrases, shortName };
}
