import { dropReferences } from "../../drafting/describe-brief.ts";
import type { WriteRequest } from "../../ports/writer.ts";
import type { SentenceIndex } from "./index-sentences.ts";
import { pairTerms, readTerms } from "./read-terms.ts";
import { genericNouns } from "./stop-words.ts";

/** What is looked for: stems and how much each matters. */
export type Query = ReadonlyMap<string, number>;

/**
 * The brief as a query. The title says what the post is about; angle, hook and the asker's notes on each
 * source say what to take from it; the free text of the brief and the series count for less.
 */
export function buildQuery({ brief, series, transcripts }: WriteRequest, index: SentenceIndex): Query {
  const query = new Map<string, number>();
  const fields: [string | null, number][] = [
    [brief.title, 1],
    [brief.angle, 0.7],
    [brief.hook, 0.5],
    ...transcripts.map((transcript): [string | null, number] => [transcript.source.note, 0.6]),
    [dropReferences(brief.notes), 0.35],
    [series?.pointOfView ?? null, 0.1],
  ];
  for (const [text, weight] of fields) {
    const terms = new Set(readTerms(text ?? "").filter((term) => !requestWords.has(term)));
    const share = terms.size > 12 ? weight * (12 / terms.size) : weight;
    for (const term of terms) query.set(term, Math.max(query.get(term) ?? 0, share));
  }
  for (const pair of pairTerms(brief.title)) {
    if (!isPhrase(pair) && !lettered(brief.title).has(pair)) continue;
    query.set(pair, 0.9);
    if (!index.has(pair)) continue;
    for (const word of pair.split(" ")) if (query.has(word) && genericStems.has(word)) query.set(word, alone);
  }
  return matchLoosely(query, index);
}

const requestWords = new Set(
  readTerms("write draft blog post article piece essay transcript episode podcast source brief"),
);

/** What a word of a phrase counts for without the others: "series" is hardly "series A". */
const alone = 0.4;

/** "Series A", "plan B", "vitamin C": a capital letter belongs to the word before it. */
function lettered(title: string): Set<string> {
  return new Set(
    [...title.matchAll(/\p{L}{3,} \p{Lu}(?![\p{L}'’])/gu)].flatMap(([words]) => pairTerms(words)),
  );
}

const genericStems = new Set(readTerms([...genericNouns].join(" ")));

/** Two small words such as "of a" say nothing; "let go" does. */
function isPhrase(pair: string): boolean {
  return pair.split(" ").every((word) => !functionWords.has(word));
}

const functionWords = new Set(
  "a an the and or of to in on at for by with is are was be as it its that this what how why when who we you i do does can not no so if from your our my their".split(
    " ",
  ),
);

/** A word that the sources never use stands for those that begin as it does: "operational" for "operate". */
function matchLoosely(query: Map<string, number>, index: SentenceIndex): Query {
  const unknown = [...query].filter(([term]) => !index.has(term) && /^\S{6,}$/.test(term));
  if (unknown.length === 0) return query;
  const known = new Set(index.units.flatMap((unit) => [...unit.terms.keys()]));
  for (const [term, weight] of unknown)
    for (const other of known)
      if (other.length >= 5 && other.slice(0, 5) === term.slice(0, 5) && !query.has(other))
        query.set(other, weight * 0.6);
  for (const short of abbreviationsIn(index))
    for (const [term, weight] of unknown)
      if (abbreviates(short, term) && !query.has(short)) query.set(short, weight * 0.8);
  return query;
}

/** Short names, as the talk writes them inside its sentences: "Wasm", "GHA". */
function abbreviationsIn(index: SentenceIndex): Set<string> {
  const names = index.units.flatMap(
    ({ sentence }) => sentence.text.match(/(?<=[\p{Ll},] )\p{Lu}\p{L}{2,4}\b/gu) ?? [],
  );
  return new Set(names.flatMap(readTerms));
}

/** "wasm" stands for "webassembly": it begins as it does, and all its letters follow in their order. */
function abbreviates(short: string, long: string): boolean {
  if (long.length < 8 || short[0] !== long[0] || long.startsWith(short)) return false;
  let from = 0;
  return [...short].every((letter) => {
    const at = long.indexOf(letter, from);
    from = at + 1;
    return at >= 0;
  });
}
