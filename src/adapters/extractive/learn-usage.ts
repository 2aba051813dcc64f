import type { SentenceIndex } from "./index-sentences.ts";
import { readWords, type Term } from "./read-terms.ts";
import { notNouns } from "./stop-words.ts";

/** How the speakers use words: learned from the sources themselves, so that no tagger is needed. */
export type Usage = {
  /** False where nothing is known of the language's small words. */
  readonly isEnglish: boolean;
  isNoun(word: Term): boolean;
  /** How often one stem stands right before another. */
  countPair(first: string, second: string): number;
  /** The word in the case in which it is mostly written inside a sentence. */
  writtenAs(word: Term): string;
  /** True for a noun that takes an article ("framework"), false for one that stands alone ("sleep", "MLPerf"). */
  takesArticle(word: Term): boolean;
};

type Counts = { asNoun: number; asOther: number; forms: Map<string, Form> };
type Form = { written: Map<string, number>; withArticle: number; bare: number };

const determiners = new Set(
  "the a an our your their my its his her this that each every any another".split(" "),
);
const prepositions = new Set("of in for with on about from by into no more some these those many".split(" "));
const beforeOthers = new Set(
  "to i you we they he she can will would could should don't not who very so really too as is are be being more most".split(
    " ",
  ),
);

export function learnUsage(index: SentenceIndex): Usage {
  const stems = new Map<string, Counts>();
  const pairs = new Map<string, number>();
  for (const { sentence } of index.units)
    for (const part of sentence.text.split(/[.,;:!?()"“”…]|--|\s[-–—]\s/))
      learnFrom(readWords(part), stems, pairs, part === sentence.text.slice(0, part.length));
  const english = isEnglish(index);
  const formOf = (word: Term) => stems.get(word.stem)?.forms.get(word.surface.toLowerCase());
  return {
    isEnglish: english,
    isNoun: (word) => {
      const lower = word.surface.toLowerCase();
      if (word.isStop || notNouns.has(lower) || /(?:ly|ed)$/.test(lower)) return false;
      if (!english) return lower.length >= 5 && index.weigh(word.stem) > 2.3;
      const counts = stems.get(word.stem);
      if (/^\p{Lu}/u.test(writtenMostly(formOf(word), word)) && (counts?.asNoun ?? 0) >= 1) return true;
      return counts !== undefined && counts.asNoun >= 2 && counts.asNoun > 1.2 * counts.asOther;
    },
    countPair: (first, second) => (!english ? 0 : (pairs.get(`${first} ${second}`) ?? 0)),
    writtenAs: (word) => writtenMostly(formOf(word), word),
    takesArticle: (word) => {
      const form = formOf(word);
      if (!english || !form || /[^s]s$/i.test(word.surface) || /^\p{Lu}/u.test(writtenMostly(form, word)))
        return false;
      return form.withArticle > form.bare;
    },
  };
}

function learnFrom(
  words: readonly Term[],
  stems: Map<string, Counts>,
  pairs: Map<string, number>,
  opens: boolean,
): void {
  words.forEach((word, at) => {
    const before = words[at - 1]?.surface.toLowerCase() ?? "";
    const next = words[at + 1];
    const counts = stems.get(word.stem) ?? { asNoun: 0, asOther: 0, forms: new Map() };
    const lower = word.surface.toLowerCase();
    const form: Form = counts.forms.get(lower) ?? { written: new Map(), withArticle: 0, bare: 0 };
    const headsPhrase = next === undefined || next.isStop;
    if (headsPhrase && (determiners.has(before) || prepositions.has(before))) counts.asNoun++;
    if (
      headsPhrase &&
      words[at - 1]?.isStop === false &&
      determiners.has(words[at - 2]?.surface.toLowerCase() ?? "")
    )
      counts.asNoun++;
    if (beforeOthers.has(before)) counts.asOther++;
    if (determiners.has(before) || determiners.has(words[at - 2]?.surface.toLowerCase() ?? ""))
      form.withArticle++;
    else form.bare++;
    if (at > 0 || !opens) form.written.set(word.surface, (form.written.get(word.surface) ?? 0) + 1);
    counts.forms.set(lower, form);
    stems.set(word.stem, counts);
    if (next && !word.isStop && !next.isStop)
      pairs.set(`${word.stem} ${next.stem}`, (pairs.get(`${word.stem} ${next.stem}`) ?? 0) + 1);
  });
}

function writtenMostly(form: Form | undefined, word: Term): string {
  const [most] = [...(form?.written ?? [])].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? (/^\p{Lu}\p{Ll}+$/u.test(word.surface) ? word.surface.toLowerCase() : word.surface);
}

/** The determiners above are English; in other languages only single words name a section. */
function isEnglish(index: SentenceIndex): boolean {
  const words = index.units.slice(0, 400).flatMap(({ sentence }) => readWords(sentence.text));
  return words.filter((word) => word.isStop).length >= words.length * 0.35;
}
