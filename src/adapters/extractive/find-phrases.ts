import type { SentenceIndex } from "./index-sentences.ts";
import { learnUsage, type Usage } from "./learn-usage.ts";
import { readTerms, readWords, type Term } from "./read-terms.ts";
import { genericNouns } from "./stop-words.ts";

/** A noun phrase of one to three words as the speakers use it. */
export type Phrase = {
  /** As a heading has it, without an article. */
  readonly text: string;
  /** Ready to stand after "on" or "about", with its article where it takes one; null where it does not read well. */
  readonly topic: string | null;
  /** True when its last word is a name: "Kickstarter", "VS Code". */
  readonly isName: boolean;
  readonly stems: readonly string[];
  readonly score: number;
};

/** Finds the phrases that tell what texts are about, among the words that matter for the subject. */
export type PhraseFinder = (texts: readonly string[]) => Phrase[];

type Found = {
  words: readonly Term[];
  stems: readonly string[];
  count: number;
  isDefinite: boolean;
  isCounted: boolean;
};

/**
 * Phrases are scored by how telling and how frequent they are, longer ones counting for more (the idea of
 * C-value: Frantzi, Ananiadou & Mima 2000), and by what their words mean for the subject.
 */
export function createPhraseFinder(index: SentenceIndex, subject: ReadonlyMap<string, number>): PhraseFinder {
  const usage = learnUsage(index);
  const present = new Set(
    [...new Set(index.units.map(({ transcript }) => transcript))].flatMap(({ speakers }) =>
      speakers.flatMap((label) => readTerms(label)),
    ),
  );
  return (texts) => {
    const found = new Map<string, Found>();
    for (const text of texts)
      for (const words of nounPhrases(text, usage)) {
        const stems = words.map((word) => word.stem);
        const key = stems.join(" ");
        found.set(key, {
          words: found.get(key)?.words ?? words,
          stems,
          count: (found.get(key)?.count ?? 0) + 1,
          isDefinite: (found.get(key)?.isDefinite ?? false) || follows(words, text, definite),
          isCounted:
            (found.get(key)?.isCounted ?? false) || isPlural(words) || follows(words, text, indefinite),
        });
      }
    return [...found.values()]
      .filter(({ stems }) => !stems.every((stem) => present.has(stem)))
      .filter((phrase) => isTelling(phrase, subject, usage.isEnglish ? 0 : 0.3))
      .map((phrase) => ({
        ...write(phrase, usage, subject),
        stems: phrase.stems,
        score: weigh(phrase, index, subject),
      }))
      .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  };
}

/** A single word names a part of the talk only if it matters for the subject or keeps coming back. */
function isTelling(
  { words, stems, count }: Found,
  subject: ReadonlyMap<string, number>,
  least: number,
): boolean {
  if (
    words.every(({ surface }) => /\p{Lu}\S*\p{Lu}/u.test(surface)) &&
    !stems.some((stem) => isAsked(stem, subject))
  )
    return false;
  const bears = stems.some((stem) => (subject.get(stem) ?? 0) > least);
  const [only] = words;
  if (words.length === 1 && genericNouns.has(only?.surface.toLowerCase() ?? "")) return false;
  // "Realizing" names nothing; "Measuring" does when the brief is about it.
  if (words.length === 1 && /ing$/.test(only?.surface ?? "") && (subject.get(stems[0] ?? "") ?? 0) < 0.5)
    return false;
  return bears || (words.length > 1 && count >= 3);
}

function weigh({ stems, count }: Found, index: SentenceIndex, subject: ReadonlyMap<string, number>): number {
  const telling = stems.reduce(
    (sum, stem) =>
      sum + Math.min(index.weigh(stem), 5) * (subject.has(stem) ? 0.8 + 0.8 * (subject.get(stem) ?? 0) : 0.4),
    0,
  );
  const long = stems.length > 1;
  return (telling / Math.sqrt(stems.length)) * Math.log2(count + (long ? 1.2 : 0.6)) * (long ? 1.6 : 1);
}

function isPlural(words: readonly Term[]): boolean {
  return /[^sui]s$/.test(words.at(-1)?.surface ?? "");
}

/** "The dead letter queue" is one that was spoken of … */
const definite = "the";
/** … and "every restore drill" one of several: it may be named in the plural. */
const indefinite = "an?|another|every|each|one";

/** True when the phrase ends where it ends here: "an open source project" does not speak of an open source. */
function follows(words: readonly Term[], text: string, article: string): boolean {
  const phrase = words.map((word, at) => `${at > 0 && word.hyphenated ? "-" : " "}${word.surface}`).join("");
  const rest =
    "(?=[.,;:!?]|$|\\s(?:and|or|but|that|which|who|is|was|has|in|on|of|to|for|with|can|will|should|must|as|at|by|from|it|we|you|they|makes?|takes?|looks?|needs?|finds?|took|said|also)\\b)";
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\b(?:${article})(?: [\\p{L}-]+)?${escaped}${rest}`, "iu").test(text);
}

function isAsked(stem: string, subject: ReadonlyMap<string, number>): boolean {
  return (subject.get(stem) ?? 0) >= 0.5;
}

function write(
  { words, isDefinite, isCounted }: Found,
  usage: Usage,
  subject: ReadonlyMap<string, number>,
): Pick<Phrase, "text" | "topic" | "isName"> {
  const last = words.at(-1);
  if (!last) return { text: "", topic: null, isName: false };
  const isCapital = (word: Term | undefined) => /^\p{Lu}/u.test(word?.surface ?? "");
  const isTitled = words.length > 1 && words.every(isCapital);
  const head = isTitled ? last : usage.inUsualNumber(last);
  const textWith = (noun: Term) =>
    [...words.slice(0, -1), noun]
      .map((word, at) => {
        const separator = at === 0 ? "" : word.hyphenated ? "-" : " ";
        return `${separator}${isTitled ? word.surface : usage.writtenAs(word)}`;
      })
      .join("");
  const text = textWith(head);
  const isName = isTitled || /^\p{Lu}/u.test(usage.writtenAs(head));
  if (isName || usage.standsAlone(head)) return { text, topic: text, isName };
  const named = words.length > 1 || isAsked(last.stem, subject);
  if (usage.takesArticle(head) && named && isDefinite) return { text, topic: `the ${text}`, isName };
  const plural = words.length > 1 && isCounted ? usage.inPlural(head) : null;
  const topic = plural && textWith(plural);
  return { text: topic ?? text, topic, isName };
}

function* nounPhrases(text: string, usage: Usage): Generator<Term[]> {
  for (const part of text.split(/[.,;:!?()"“”…]|--|\s[-–—]\s/)) {
    const words = readWords(part);
    for (let at = 0; at < words.length; at++)
      for (let length = 1; length <= 3; length++) {
        const run = words.slice(at, at + length);
        const last = run.at(-1);
        if (run.length < length || !last || run.some((word) => word.isStop)) break;
        if (!usage.isNoun(last) || (length > 1 && !holdsTogether(run, usage))) continue;
        if (length === 1 && last.surface.length < 4 && !/^\p{Lu}{2,}$/u.test(last.surface)) continue;
        yield run;
      }
  }
}

/** Words that the sources put together more than once. */
function holdsTogether(run: readonly Term[], usage: Usage): boolean {
  if (new Set(run.map((word) => word.stem)).size < run.length) return false;
  return run.slice(1).every((word, at) => {
    const before = run[at];
    const together = before ? usage.countPair(before.stem, word.stem) : 0;
    return before !== undefined && (usage.modifies(before) ? together >= 2 : together >= 5);
  });
}
