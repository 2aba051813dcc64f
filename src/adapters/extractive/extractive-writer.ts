import { assemblePost } from "../../drafting/assemble-post.ts";
import { readMarkdown } from "../../drafting/clean-markdown.ts";
import type { Draft } from "../../drafting/draft.ts";
import { makeSlug } from "../../drafting/make-slug.ts";
import { tidyTitle } from "../../drafting/tidy-title.ts";
import type { WriteOutcome, WriteRequest, Writer } from "../../ports/writer.ts";
import { arrangeMaterial } from "./arrange-material.ts";
import { composeOpening } from "./compose-opening.ts";
import { composeSections } from "./compose-sections.ts";
import { describeUse } from "./describe-use.ts";
import { createSpeakerNames } from "./name-speakers.ts";

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
  const arranged = arrangeMaterial(request, signal);
  if (arranged.kind === "declined") return arranged;
  const { material, planned, names, findPhrases, shortName } = arranged;
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
