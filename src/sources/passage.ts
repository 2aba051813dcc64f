import { z } from "zod";

/** A run of consecutive sentences that can be cited. Written `S2:u118.2-118.4`. */
export const Passage = z.object({
  /** The source's id, such as `S2`. */
  source: z.string(),
  /** The source's path. */
  path: z.string(),
  firstUtterance: z.int().positive(),
  firstSentence: z.int().positive(),
  lastUtterance: z.int().positive(),
  lastSentence: z.int().positive(),
  /** Lines in the source, from 1, derived for links. */
  firstLine: z.int().positive(),
  lastLine: z.int().positive(),
});
export type Passage = z.infer<typeof Passage>;

/** The passage's written id, `S2:u118.2-118.4`. */
export function describePassage(passage: Passage): string {
  const first = `${passage.firstUtterance}.${passage.firstSentence}`;
  const last = `${passage.lastUtterance}.${passage.lastSentence}`;
  return `${passage.source}:u${first === last ? first : `${first}-${last}`}`;
}
