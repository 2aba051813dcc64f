import type { Transcript } from "../sources/transcript.ts";
import { assemblePost } from "./assemble-post.ts";
import { escapeMarkdown } from "./clean-markdown.ts";
import { describeUse } from "./describe-plan.ts";
import type { Claim, Draft } from "./draft.ts";
import type { Plan } from "./judge-plan.ts";
import type { WrittenSection } from "./judge-section.ts";
import type { Objection } from "./repair/objection.ts";

/** All that a draft is assembled from; one section for each that is planned, in their order. */
export type Composition = {
  readonly plan: Plan;
  readonly leftOutOf: Draft["leftOut"];
  readonly sections: readonly WrittenSection[];
  readonly announcement: readonly Claim[];
};

/** A part that is written in one step: title, hook, angle and headings; the announcement; a section, from 0. */
export type Part = "head" | "announcement" | number;

/** What the post claims, its announcement apart. */
export function listClaims({ plan, sections }: Pick<Composition, "plan" | "sections">): Claim[] {
  const { opening } = plan;
  const openingClaims =
    opening && opening.passages.length > 0 ? [{ text: opening.text, passages: [...opening.passages] }] : [];
  return [...openingClaims, ...sections.flatMap(({ claims }) => claims)];
}

/** A draft of its parts. A section of which nothing stands has no heading. */
export function assembleDraft(
  composition: Composition,
  transcripts: readonly Transcript[],
  written: Pick<Draft, "model" | "usage" | "estimate" | "cost">,
): Draft {
  const { plan, sections, announcement, leftOutOf } = composition;
  const { title, slug, hook, angle, opening } = plan;
  const filled = plan.sections
    .map(({ heading }, at) => ({ heading, blocks: sections[at]?.blocks ?? [] }))
    .filter(({ blocks }) => blocks.length > 0);
  return {
    title,
    slug,
    hook,
    angle,
    markdown: assemblePost(opening ? [escapeMarkdown(opening.text)] : [], filled),
    announcement: announcement.map(({ text }) => text),
    claims: [...listClaims(composition), ...announcement],
    usedFor: describeUse(plan.sections, transcripts),
    leftOut: leftOutOf,
    ...written,
  };
}

/** The part that an objection is about; null for a line that the body does not have. */
export function findPart(
  { plan, sections }: Pick<Composition, "plan" | "sections">,
  { at }: Pick<Objection, "at">,
): Part | null {
  if (at === "announcement") return at;
  if (typeof at === "string") return "head";
  let last = 0;
  const holds = (block: string) => {
    // The lines of the block, and the blank one behind it.
    last += block.split("\n").length + 1;
    return at <= last;
  };
  if (plan.opening && holds("")) return "head";
  for (const [index, { blocks }] of sections.entries()) {
    if (blocks.length === 0) continue;
    if (holds("")) return "head";
    if (blocks.some(holds)) return index;
  }
  return null;
}
