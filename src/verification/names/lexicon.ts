import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import wordListPath from "word-list";
import { z } from "zod";

/** What a word is known as the name of. `given` are first names that are hardly ever anything else. */
export type NameKind = "given" | "family" | "organisation" | "city" | "country" | "people" | "day";

/** `plain` is a verb, an adverb or a small word, which no surname is. */
type Known = NameKind | "plain";

/** The tags of compromise that matter here. */
const tags: Readonly<Record<string, Known>> = {
  MaleName: "given",
  FemaleName: "given",
  FirstName: "given",
  Person: "given",
  LastName: "family",
  Organization: "organisation",
  SportsTeam: "organisation",
  City: "city",
  Region: "country",
  Country: "country",
  Demonym: "people",
  WeekDay: "day",
  Month: "day",
};
const plainTags =
  /^(?:PastTense|PresentTense|Infinitive|Gerund|Participle|PhrasalVerb|Copula|Modal|Verb|Adverb|Adjective|Comparative|Superlative|Preposition|Conjunction|Determiner|Pronoun|Possessive|Reflexive|QuestionWord|Negative|Expression|Condition|Imperative)$/;

/** The part of compromise's model that is used; the package has no type for it. */
const Model = z.object({
  one: z.object({ lexicon: z.record(z.string(), z.union([z.string(), z.array(z.string())])) }),
});

const require = createRequire(import.meta.url);
let dictionary: Buffer | undefined;
let lexicon: Map<string, Known> | undefined;

/** Whether an English dictionary that leaves names out has this lower-cased word. */
export function isDictionaryWord(word: string): boolean {
  dictionary ??= readFileSync(wordListPath);
  return holdsLine(dictionary, Buffer.from(word));
}

/** What a lower-cased word or phrase is the name of, as far as the lexicon knows. */
export function lookUpName(phrase: string): NameKind | undefined {
  lexicon ??= readLexicon();
  const known = lexicon.get(phrase);
  return known === "plain" ? undefined : known;
}

/** Whether a lower-cased word is known as a verb, an adverb or the like: after a first name it is no surname. */
export function isPlainWord(word: string): boolean {
  lexicon ??= readLexicon();
  return lexicon.get(word) === "plain";
}

/** Read when it is first wanted: it takes a fifth of a second, which a start should not. */
function readLexicon(): Map<string, Known> {
  const nlp: typeof import("compromise/two").default = require("compromise/two");
  const words = Model.parse(nlp.model()).one.lexicon;
  const known = new Map<string, Known>();
  for (const [phrase, given] of Object.entries(words)) {
    const all = [given].flat();
    const kind = all.map((tag) => tags[tag]).find((one) => one !== undefined);
    if (kind !== undefined) known.set(phrase, kind);
    else if (all.some((tag) => plainTags.test(tag))) known.set(phrase, "plain");
  }
  return known;
}

/** Binary search among lines in the order of their bytes: as a set they would take 25 MB. */
function holdsLine(lines: Buffer, wanted: Buffer): boolean {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : lines.lastIndexOf(10, middle - 1) + 1;
    const next = lines.indexOf(10, start);
    const end = next < 0 ? lines.length : next;
    const order = lines.compare(wanted, 0, wanted.length, start, end);
    if (order === 0) return true;
    if (order > 0) high = start;
    else low = end + 1;
  }
  return false;
}
