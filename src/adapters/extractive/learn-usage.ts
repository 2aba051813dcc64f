import type { SentenceIndex } from "./index-sentences.ts";
import { readWords, type Term } from "./read-terms.ts";
import { notNouns } from "./stop-words.ts";

/** How the speakers use words: learned from the sources themselves, so that no tagger is needed. */
export type Usage = {
  /** False where nothing is known of the language's small words. */
  readonly isEnglish: boolean;
  isNoun(word: Term): boolean;
  /** True for what may stand before a noun in a phrase: another noun or an adjective, not a verb. */
  modifies(word: Term): boolean;
  /** How often one stem stands right before another. */
  countPair(first: string, second: string): number;
  /** The word in the case in which it is mostly written inside a sentence. */
  writtenAs(word: Term): string;
  /** The word in the number, singular or plural, in which it is mostly written. */
  inUsualNumber(word: Term): Term;
  /** The word's plural, when the sources use it. */
  inPlural(word: Term): Term | null;
  /** True for a noun that takes an article ("framework"), false for one that stands alone ("sleep", "MLPerf"). */
  takesArticle(word: Term): boolean;
  /** True for a noun that reads well by itself: a plural, a name, or what is mostly said without an article. */
  standsAlone(word: Term): boolean;
};

type Form = {
  asNoun: number;
  asVerb: number;
  asAdjective: number;
  withArticle: number;
  bare: number;
  readonly written: Map<string, number>;
};

const determiners = new Set(
  "the a an our your their my its his her this that each every any another".split(" "),
);
const prepositions = new Set("of in for with on about from by into no more some these those many".split(" "));
const beforeVerbs = new Set(
  "to i you we they he she can will would could should don't not who i'll we'll".split(" "),
);
const beforeAdjectives = new Set(
  "very so really too as is are be being more most are was were you me them".split(" "),
);

export function learnUsage(index: SentenceIndex): Usage {
  const forms = new Map<string, Form>();
  const pairs = new Map<string, number>();
  for (const { sentence } of index.units)
    for (const part of sentence.text.split(/[.,;:!?()"“”…]|--|\s[-–—]\s/))
      learnFrom(readWords(part), forms, pairs, sentence.text.startsWith(part));
  const english = isEnglish(index);
  const formOf = (word: Term) => forms.get(keyOf(word));
  return {
    isEnglish: english,
    isNoun: (word) => {
      const lower = word.surface.toLowerCase();
      if (word.isStop || notNouns.has(lower) || /(?:ly|ed)$/.test(lower)) return false;
      if (!english) return lower.length >= 5 && index.weigh(word.stem) > 2.3;
      const form = formOf(word);
      if (/^\p{Lu}/u.test(writtenMostly(form, word)) && (form?.asNoun ?? 0) >= 1) return true;
      return form !== undefined && form.asNoun >= 2 && form.asNoun > 1.2 * (form.asVerb + form.asAdjective);
    },
    modifies: (word) => {
      const form = formOf(word);
      const lower = word.surface.toLowerCase();
      if (notNouns.has(lower) || /(?:ly|ed|ing)$/.test(lower)) return false;
      if ((form?.asVerb ?? 0) > 0 && (form?.asNoun ?? 0) === 0) return false;
      return (form?.asVerb ?? 0) < 2 || (form?.asNoun ?? 0) > 2 * (form?.asVerb ?? 0);
    },
    countPair: (first, second) => (english ? (pairs.get(`${first} ${second}`) ?? 0) : 0),
    writtenAs: (word) => writtenMostly(formOf(word), word),
    inUsualNumber: (word) => {
      const counts = new Map<string, number>();
      for (const [written, count] of formOf(word)?.written ?? [])
        counts.set(written.toLowerCase(), (counts.get(written.toLowerCase()) ?? 0) + count);
      const [most] = [...counts].sort((a, b) => b[1] - a[1]);
      return most && !/^\p{Lu}{2,}$/u.test(word.surface) ? { ...word, surface: most[0] } : word;
    },
    inPlural: (word) => {
      const plural = `${keyOf(word)}s`;
      const isSaid = [...(formOf(word)?.written.keys() ?? [])].some(
        (written) => written.toLowerCase() === plural,
      );
      return english && isSaid ? { ...word, surface: plural } : null;
    },
    takesArticle: (word) => {
      const form = formOf(word);
      if (
        !english ||
        !form ||
        /(?:[^s]s|ing)$/i.test(word.surface) ||
        /^\p{Lu}/u.test(writtenMostly(form, word))
      )
        return false;
      return form.withArticle > 1.5 * form.bare;
    },
    standsAlone: (word) => {
      const form = formOf(word);
      if (!english || /[^sui]s$/i.test(word.surface)) return true;
      if (/^\p{Lu}/u.test(writtenMostly(form, word))) return true;
      return form !== undefined && form.bare >= 4 && form.bare > 3 * form.withArticle;
    },
  };
}

/** Singular and plural are one word here, but "productive" and "productivity" are two. */
function keyOf(word: Term): string {
  return word.surface.toLowerCase().replace(/(?<=[^s])s$/, "");
}

function learnFrom(
  words: readonly Term[],
  forms: Map<string, Form>,
  pairs: Map<string, number>,
  opens: boolean,
): void {
  const at = (place: number) => words[place]?.surface.toLowerCase() ?? "";
  words.forEach((word, place) => {
    const next = words[place + 1];
    const key = keyOf(word);
    const form: Form = forms.get(key) ?? {
      asNoun: 0,
      asVerb: 0,
      asAdjective: 0,
      withArticle: 0,
      bare: 0,
      written: new Map(),
    };
    forms.set(key, form);
    const before = at(place - 1);
    let opening = place - 1;
    while (words[opening]?.isStop === false && opening > place - 4) opening--;
    const inPhrase = opening < place - 1 && determiners.has(at(opening));
    const headsPhrase = next === undefined || next.isStop;
    if (headsPhrase && (determiners.has(before) || prepositions.has(before) || inPhrase)) form.asNoun++;
    if (beforeVerbs.has(before)) form.asVerb++;
    if (headsPhrase && beforeAdjectives.has(before)) form.asAdjective++;
    if (determiners.has(before) || inPhrase) form.withArticle++;
    else form.bare++;
    if (place > 0 || !opens) form.written.set(word.surface, (form.written.get(word.surface) ?? 0) + 1);
    if (!next || word.isStop || next.isStop) return;
    const pair = `${word.stem} ${next.stem}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
}

function writtenMostly(form: Form | undefined, word: Term): string {
  const lower = word.surface.toLowerCase();
  const same = [...(form?.written ?? [])].filter(([written]) => written.toLowerCase() === lower);
  const [most] = same.sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? (/^\p{Lu}\p{Ll}+$/u.test(word.surface) ? word.surface.toLowerCase() : word.surface);
}

/** The determiners above are English; in other languages only single words name a section. */
function isEnglish(index: SentenceIndex): boolean {
  const words = index.units.slice(0, 400).flatMap(({ sentence }) => readWords(sentence.text));
  return words.filter((word) => word.isStop).length >= words.length * 0.35;
}
