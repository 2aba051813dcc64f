import type { Claim } from "../../drafting/draft.ts";
import { foldWords } from "../../sources/fold-words.ts";
import { splitSentences } from "../../sources/split-sentences.ts";
import type { Finding } from "../finding.ts";
import { hashClaim, hashSentence, type Ledger, type LedgerEntry } from "./ledger.ts";
import { findLike, type Known, matchExactly, matchSentence, uniquePassages } from "./match-sentence.ts";
import type { PostSentence } from "./split-post.ts";

/**
 * The entries of a draft: what its claims rest on, with what was found of them. What claims nothing connects, and is
 * not a person's.
 */
export function traceClaims(
  sentences: readonly PostSentence[],
  claims: readonly Claim[],
  findings: readonly Finding[] = [],
): LedgerEntry[] {
  const known = claims.flatMap(({ text, passages }) => {
    const whole = { words: foldWords(text), passages, isOwn: false, claim: hashClaim(text) };
    const parts = splitSentences(text).map(({ start, end }) => foldWords(text.slice(start, end)));
    return parts.length < 2 ? [whole] : [whole, ...parts.map((part) => ({ ...whole, words: part }))];
  });
  return sentences.map(({ words }) => {
    const matched = matchExactly(words, known);
    const doubts = findings.filter(({ sentence }) => matched.some(({ claim }) => claim === sentence));
    return {
      hash: hashSentence(words),
      passages: uniquePassages(matched.flatMap(({ passages }) => passages)),
      isOwn: false,
      ...(doubts.length === 0
        ? {}
        : { doubts: doubts.map(({ rule, severity, message }) => ({ rule, severity, message })) }),
    };
  });
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
    if (compared > mostCompared) return { hash, passages: [], isOwn: true };
    for (const one of known) {
      const found = matchSentence(words, one);
      if (found.length > 0) return { hash, ...inherit(found) };
    }
    return { hash, passages: [], isOwn: true, ...nameFormer(words, known) };
  });
}

function inherit(found: readonly Known[]): Omit<LedgerEntry, "hash"> {
  const isOwn = found.every((one) => one.isOwn);
  const was = isOwn ? uniquePassages(found.flatMap((one) => one.was ?? [])) : [];
  const passages = uniquePassages(found.flatMap((one) => one.passages));
  return { passages, isOwn, ...(was.length === 0 ? {} : { was }) };
}

/** What the sentence rested on of which this one was made: it counts or denies something else now. */
function nameFormer(
  words: readonly string[],
  known: readonly (readonly Known[])[],
): Pick<LedgerEntry, "was"> {
  const former = known.map((one) => findLike(words, one)).find((one) => one !== undefined);
  const was = former?.was ?? former?.passages ?? [];
  return was.length === 0 ? {} : { was: [...was] };
}

/** Only words that the ledger was made for: another text at that place proves nothing. */
function listKnown({ ledger, sentences }: Former): Known[] {
  const entries = new Map(ledger.sentences.map((entry) => [entry.hash, entry]));
  return (sentences ?? []).flatMap(({ words }) => {
    const entry = entries.get(hashSentence(words));
    return entry ? [{ words, passages: entry.passages, isOwn: entry.isOwn, was: entry.was }] : [];
  });
}
