import type { Claim } from "../../drafting/draft.ts";
import { foldWords } from "../../sources/fold-words.ts";
import { splitSentences } from "../../sources/split-sentences.ts";
import { hashSentence, type Ledger, type LedgerEntry } from "./ledger.ts";
import { type Known, matchExactly, matchSentence, uniquePassages } from "./match-sentence.ts";
import type { PostSentence } from "./split-post.ts";

/** The entries of a draft: what its claims rest on. What claims nothing connects, and is not a person's. */
export function traceClaims(sentences: readonly PostSentence[], claims: readonly Claim[]): LedgerEntry[] {
  const known = claims.flatMap(({ text, passages }): Known[] => {
    const whole = { words: foldWords(text), passages, isOwn: false };
    const parts = splitSentences(text).map(({ start, end }) => foldWords(text.slice(start, end)));
    return parts.length < 2 ? [whole] : [whole, ...parts.map((words) => ({ ...whole, words }))];
  });
  return sentences.map(({ words }) => ({
    hash: hashSentence(words),
    passages: uniquePassages(matchExactly(words, known).flatMap(({ passages }) => passages)),
    isOwn: false,
  }));
}

/** Comparing takes its time, and a post of which more sentences are new is another post. */
const mostCompared = 500;

/** An earlier ledger, with the sentences of its post where that can still be read. */
export type Former = { readonly ledger: Ledger; readonly sentences: readonly PostSentence[] | null };

/**
 * The entries of an edited post. A sentence keeps its passages while its words are those of a former one, newest
 * ledger first; a small edit keeps them too; anything else is the author's own. Whether the post was rebased, renamed
 * or put in another order does not matter, since only words are compared.
 */
export function followEdits(sentences: readonly PostSentence[], formers: readonly Former[]): LedgerEntry[] {
  const byHash = new Map<string, LedgerEntry>();
  // The first ledger that knows a sentence is right.
  for (const entry of formers.flatMap(({ ledger }) => ledger.sentences))
    if (!byHash.has(entry.hash)) byHash.set(entry.hash, entry);
  const known = formers.map(listKnown);
  let compared = 0;
  return sentences.map(({ words }) => {
    const hash = hashSentence(words);
    const same = byHash.get(hash);
    if (same) return same;
    compared += 1;
    for (const one of compared > mostCompared ? [] : known) {
      const found = matchSentence(words, one);
      const passages = uniquePassages(found.flatMap((match) => match.passages));
      if (found.length > 0) return { hash, passages, isOwn: found.every(({ isOwn }) => isOwn) };
    }
    return { hash, passages: [], isOwn: true };
  });
}

/** Only words that the ledger was made for: another text at that place proves nothing. */
function listKnown({ ledger, sentences }: Former): Known[] {
  const entries = new Map(ledger.sentences.map((entry) => [entry.hash, entry]));
  return (sentences ?? []).flatMap(({ words }) => {
    const entry = entries.get(hashSentence(words));
    return entry ? [{ words, passages: entry.passages, isOwn: entry.isOwn }] : [];
  });
}
