import { z } from "zod";
import { Passage } from "../sources/passage.ts";

/** A sentence of the draft that states something, with the passages that it rests on. */
export const Claim = z.object({ text: z.string(), passages: z.array(Passage) });
export type Claim = z.infer<typeof Claim>;

/**
 * The post as written. `markdown` is the body without front matter, already cleaned for its place.
 * Saved as a checkpoint, so it is plain JSON.
 */
export const Draft = z.object({
  title: z.string().min(1),
  /** 2 to 8 words of the title in their order, `a-z0-9-`, at most 60 characters. */
  slug: z.string().min(1),
  /** Plain words, as `angle`: whoever shows them cleans them for the place. */
  hook: z.string().min(1),
  angle: z.string().min(1),
  markdown: z.string().min(1),
  /** What the announcement says between the hook and the link, in paragraphs; empty where the writer has no words for it. */
  announcement: z.array(z.string()),
  claims: z.array(Claim),
  /** What each source was used for, in at most 12 words; keyed by source id. */
  usedFor: z.record(z.string(), z.string()),
  /** How many sentences of each source the writer was not shown for want of room; keyed by source id. */
  leftOut: z.record(z.string(), z.int().positive()).default({}),
  /** The model that wrote it; null when no language model was used. */
  model: z.string().nullable(),
  usage: z.object({ promptTokens: z.int(), completionTokens: z.int() }),
  /** About how many tokens it was thought to take at least, before anything was asked; absent without a model. */
  estimate: z.int().optional(),
  /** What that cost, in words; absent where nobody said what a token costs. */
  cost: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;
