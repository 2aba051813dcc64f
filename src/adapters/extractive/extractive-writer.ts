import { assemblePost } from "../../drafting/assemble-post.ts";
import { readMarkdown } from "../../drafting/clean-markdown.ts";
import type { Draft } from "../../drafting/draft.ts";
import { makeSlug } from "../../drafting/make-slug.ts";
import { tidyTitle } from "../../drafting/tidy-title.ts";
import type { WriteOutcome, WriteRequest, Writer } from "../../ports/writer.ts";
import { buildQuery } from "./build-query.ts";
import { chooseMaterial } from "./choose-material.ts";
import { composeOpening } from "./compose-opening.ts";
import { composeSections } from "./compose-sections.ts";
import { describeUse } from "./describe-use.ts";
import { createPhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";
import { indexSentences } from "./index-sentences.ts";
import { nameSections } from "./name-sections.ts";
import { createShortNames, createSpeakerNames } from "./name-speakers.ts";
import { fillSections, leadWithStrongest, mergeThin, mergeUnnamed, planSections } from "./plan-sections.ts";
import { rankSentences } from "./rank-sentences.ts";
import { pairTerms, readTerms } from "./read-terms.ts";
import { weighStretches } from "./weigh-stretches.ts";

/**
 * The writer that needs no language model: it chooses and arranges the speakers' own sentences.
 * The same request always gives the same draft.
 */
export function createExtractiveWriter(): Writer {
  return {
    async write(request, signal) {
      return writeExtractively(request, signal);
    },
  };
}

function writeExtractively(request: WriteRequest, signal: AbortSignal): WriteOutcome {
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
  const names = nameAll(planned);
  const nameSpeaker = createSpeakerNames(request.transcripts);
  const opening = composeOpening({ request, material, nameSpeaker, shortName });
  const body = composeSections(planned, names, {
    nameSpeaker,
    findPhrases,
    attributionOf: material.attributionOf,
  });
  const title =
    tidyTitle(request.brief.title) || tidyTitle(request.brief.notes) || names[0]?.heading || "Untitled";
  const draft: Draft = {
    title,
    slug: makeSlug(title),
    hook: readMarkdown(opening.hook),
    angle: readMarkdown(opening.angle),
    markdown: assemblePost(opening.blocks, body.sections),
    claims: [...opening.claims, ...body.claims],
    usedFor: describeUse(request.transcripts, planned, findPhrases, names),
    leftOut: {},
    model: null,
    announcement: [],
    usage: { promptTokens: 0, completionTokens: 0 },
  };
  return { kind: "draft", draft };
}
