import { foldWords } from "./fold-words.ts";
import { listTerms } from "./ranking/read-words.ts";
import type { Transcript } from "./transcript.ts";

/** Statements that a post can rest on; fewer carry none. */
const fewestClaims = 3;
const minWords = 5;
/** Words that carry a subject: "yeah, okay, so I think so" has none. */
const minTerms = 2;

/**
 * Why the sources carry no draft, in one sentence that says what is missing; null when they hold at least three
 * statements. What they speak of does not matter, nor how far it is from what was asked for.
 */
export function describeThin(transcripts: readonly Transcript[]): string | null {
  const claims = new Set(
    transcripts.flatMap(({ utterances }) =>
      utterances.flatMap(({ sentences }) => sentences.map(({ text }) => text).filter(isStatement)),
    ),
  );
  if (claims.size >= fewestClaims) return null;
  const held = claims.size === 0 ? "no statement" : claims.size === 1 ? "one statement" : "two statements";
  return `The sources hold ${held} that a post could rest on, and it takes three: name a transcript in which more is said.`;
}

/** Questions and courtesies state nothing. Scripts without spaces are counted at two characters a word. */
function isStatement(text: string): boolean {
  if (/[?？]["'”’)\]]*$/u.test(text)) return false;
  const unspaced =
    text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}]/gu)?.length ?? 0;
  if (unspaced >= 2 * minWords) return true;
  return foldWords(text).length >= minWords && listTerms(text).length >= minTerms;
}
