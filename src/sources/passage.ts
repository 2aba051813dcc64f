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

/** Where a passage lies in its source. A whole utterance, written `S2:u118`, has no sentences. */
export type PassageId = {
  readonly source: string;
  readonly firstUtterance: number;
  readonly firstSentence: number | null;
  readonly lastUtterance: number;
  readonly lastSentence: number | null;
};

const writtenId =
  /^[[({\s]*(?:quote\s+)?(S\d{1,4}):u(\d{1,6})(?:\.(\d{1,6}))?(?:\s*[-–—]\s*(?:S\d{1,4}:)?(?:u?(\d{1,6})\.)?(\d{1,6}))?[\])}\s]*$/;

/**
 * Reads a written id back, and the ways in which models vary it: brackets, `S2:u118.2-4`, `S2:u118.2-u118.4`,
 * a whole utterance. Undefined when it is none.
 */
export function parsePassageId(text: string): PassageId | undefined {
  const [, source, utterance, first, lastUtterance, last] = writtenId.exec(text) ?? [];
  if (source === undefined || utterance === undefined || (first === undefined && last !== undefined))
    return undefined;
  return {
    source,
    firstUtterance: Number(utterance),
    firstSentence: first === undefined ? null : Number(first),
    lastUtterance: Number(lastUtterance ?? utterance),
    lastSentence: first === undefined ? null : Number(last ?? first),
  };
}
