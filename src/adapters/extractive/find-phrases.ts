import type { SentenceIndex } from "./index-sentences.ts";
import { readWords, type Term } from "./read-terms.ts";
import { notNouns } from "./stop-words.ts";

/** A noun phrase of one to three words as the speakers use it. */
export type Phrase = { readonly text: string; readonly stems: readonly string[]; readonly score: number };

/** Finds the phrases that tell one part of the talk from the rest. */
export type PhraseFinder = (texts: readonly string[], favoured: ReadonlyMap<string, number>) => Phrase[];

type Usage = { asNoun: number; asOther: number; surfaces: Map<string, number> };

const beforeNouns = new Set(
  "the a an our your their my its this these those of in for with on some any no each every more".split(" "),
);
const beforeVerbs = new Set(
  "to i you we they he she can will would could should don't not it who that and't".split(" "),
);

/**
 * Learns from the sources themselves which words are used as nouns (what stands before them) and which
 * words go together, then names a part of the talk by its most telling phrases, scored as in C-value
 * (Frantzi, Ananiadou & Mima 2000) with term weights.
 */
export function createPhraseFinder(index: SentenceIndex): PhraseFinder {
  const usage = new Map<string, Usage>();
  const pairs = new Map<string, number>();
  for (const unit of index.units) {
    const words = readWords(unit.sentence.text);
    words.forEach((word, at) => {
      noteUsage(usage, word, words[at - 1], at === 0);
      const next = words[at + 1];
      if (next && !word.isStop && !next.isStop) {
        const key = `${word.stem} ${next.stem}`;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    });
  }
  const isNoun = (word: Term) => {
    const seen = usage.get(word.stem);
    return (
      !word.isStop &&
      !notNouns.has(word.surface.toLowerCase()) &&
      !/ly$/.test(word.surface) &&
      seen !== undefined &&
      seen.asNoun > seen.asOther
    );
  };
  return (texts, favoured) => {
    const found = new Map<string, { phrase: Phrase; count: number }>();
    for (const text of texts)
      for (const words of candidates(text, isNoun, pairs)) {
        const stems = words.map((word) => word.stem);
        const key = stems.join(" ");
        const weight = stems.reduce(
          (sum, stem) => sum + index.weigh(stem) * (1 + 1.5 * (favoured.get(stem) ?? 0)),
          0,
        );
        const known = found.get(key);
        const count = (known?.count ?? 0) + 1;
        const score =
          (weight / Math.sqrt(words.length)) * Math.log2(1 + count) * (words.length > 1 ? 1.5 : 1);
        const surface = words.map((word) => usual(usage, word)).join(" ");
        found.set(key, { phrase: { text: surface, stems, score }, count });
      }
    return [...found.values()]
      .map(({ phrase }) => phrase)
      .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  };
}

function noteUsage(usage: Map<string, Usage>, word: Term, before: Term | undefined, opens: boolean): void {
  const entry = usage.get(word.stem) ?? { asNoun: 0, asOther: 0, surfaces: new Map() };
  const previous = before?.surface.toLowerCase() ?? "";
  if (beforeNouns.has(previous)) entry.asNoun++;
  if (beforeVerbs.has(previous)) entry.asOther++;
  if (!opens) entry.surfaces.set(word.surface, (entry.surfaces.get(word.surface) ?? 0) + 1);
  usage.set(word.stem, entry);
}

/** The word's case as the speakers mostly write it inside a sentence, keeping the word itself. */
function usual(usage: ReadonlyMap<string, Usage>, word: Term): string {
  const lower = word.surface.toLowerCase();
  const forms = [...(usage.get(word.stem)?.surfaces ?? [])].filter(
    ([surface]) => surface.toLowerCase() === lower,
  );
  return (
    forms.sort((a, b) => b[1] - a[1])[0]?.[0] ??
    (/^\p{Lu}\p{Ll}+$/u.test(word.surface) ? lower : word.surface)
  );
}

function* candidates(
  text: string,
  isNoun: (word: Term) => boolean,
  pairs: ReadonlyMap<string, number>,
): Generator<Term[]> {
  for (const part of text.split(/[.,;:!?()"“”…]|--|\s[-–—]\s/)) {
    const words = readWords(part);
    for (let at = 0; at < words.length; at++)
      for (let length = 1; length <= 3; length++) {
        const run = words.slice(at, at + length);
        const last = run.at(-1);
        if (run.length < length || !last || run.some((word) => word.isStop)) break;
        if (!isNoun(last) || (length > 1 && !holdsTogether(run, pairs))) continue;
        if (length === 1 && last.surface.length < 4 && !/^\p{Lu}{2,}$/u.test(last.surface)) continue;
        yield run;
      }
  }
}

/** Two words that the sources put together more than once, or proper names. */
function holdsTogether(run: readonly Term[], pairs: ReadonlyMap<string, number>): boolean {
  if (
    run
      .slice(0, -1)
      .some((word) => notNouns.has(word.surface.toLowerCase()) || /(?:ly|ed)$/.test(word.surface))
  )
    return false;
  if (new Set(run.map((word) => word.stem)).size < run.length) return false;
  return run.slice(1).every((word, at) => (pairs.get(`${run[at]?.stem} ${word.stem}`) ?? 0) >= 2);
}
