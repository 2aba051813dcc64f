import { isDictionaryWord, isPlainWord, lookUpName } from "./lexicon.ts";
import { readWords, type Word } from "./read-words.ts";
import { heads, isSmallWord, organisationEnds, titles } from "./small-words.ts";

/** A name in a text, in UTF-16 offsets. `isSure` is false for a word without a capital that only no dictionary has. */
export type NameSpan = {
  readonly start: number;
  readonly end: number;
  readonly kind: "person" | "organisation" | "name";
  readonly isSure: boolean;
};

/** What a word is: `sure` by its capital, the lexicon or what stands around it, `unknown` to every dictionary. */
type Verdict = "sure" | "unknown" | null;
type Seen = {
  readonly lower: ReadonlyMap<string, number>;
  readonly middle: ReadonlyMap<string, number>;
  readonly pairs: ReadonlySet<string>;
};

/** Below this share of words with a capital a text was written down without them, as some speech recognition does. */
const casedShare = 0.01;

/** What stands before a name with a capital of its own, and is no part of it. */
const article = /^(?:the|an?|my|your|our|his|her|their|i)(?:'|$)/;

/**
 * The names of people, organisations and other things in a text: by capitals, judged by how the same word stands
 * elsewhere in it, and in text without capitals by a lexicon, a dictionary and what stands before. Deterministic;
 * made for English, where other languages give more names than there are. `speakers` are names that are known.
 */
export function findNames(text: string, speakers: readonly string[] = []): NameSpan[] {
  const words = readWords(text);
  const isCased = words.filter(({ isCapital }) => isCapital).length > words.length * casedShare;
  const seen = survey(words);
  const known = new Set(speakers.flatMap((name) => readWords(name).map(({ base }) => base)));
  const verdicts = words.map((word, at): Verdict => {
    if (known.has(word.base) && (word.isCapital || !word.isOrdinary || !isCased)) return "sure";
    return isCased ? judgeCased(word, words[at + 1], seen) : judgeUncased(word);
  });
  for (const [at, word] of words.entries()) {
    const follows = word.isAdjacent && verdicts[at - 1] ? words[at - 1] : undefined;
    if (verdicts[at] || word.isBroken) continue;
    if (isCased ? continuesCased(word, follows) : continuesUncased(word, words[at - 1], follows))
      verdicts[at] = "sure";
  }
  return joinRuns(words, verdicts, isCased);
}

function survey(words: readonly Word[]): Seen {
  const lower = new Map<string, number>();
  const middle = new Map<string, number>();
  const pairs = new Set<string>();
  for (const [at, { base, isCapital, opensSentence, isAdjacent }] of words.entries()) {
    if (!isCapital) lower.set(base, (lower.get(base) ?? 0) + 1);
    else if (!opensSentence) middle.set(base, (middle.get(base) ?? 0) + 1);
    const before = words[at - 1];
    if (isCapital && isAdjacent && before?.isCapital && !before.opensSentence)
      pairs.add(`${before.base} ${base}`);
  }
  return { lower, middle, pairs };
}

function judgeCased(word: Word, next: Word | undefined, { lower, middle, pairs }: Seen): Verdict {
  const { base } = word;
  if (word.isBroken && base.length < 4) return null;
  if (word.isCapital && next?.isCapital && next.isAdjacent && !next.opensSentence) {
    if (!article.test(base) && pairs.has(`${base} ${next.base}`)) return "sure";
    // `Black Up`: nobody writes a small word with a capital but in a name.
    if (!isSmallWord(base) && isOddCapital(next)) return "sure";
    // `Tilly Nicholson`, where a dictionary has the first word too.
    if (!isSmallWord(base) && !isPlainWord(base) && (!next.isOrdinary || lookUpName(next.base) === "family"))
      return "sure";
  }
  if (isSmallWord(base)) return null;
  if (!word.isCapital) return judgeLowerCased(word, { lower, middle, pairs });
  if (!word.opensSentence || !word.isOrdinary) return "sure";
  if (lower.has(base)) return null;
  return (middle.get(base) ?? 0) > 0 || lookUpName(base) !== undefined ? "sure" : null;
}

/** Without its capital, in a text that has them: written so by mistake, or a name that is written so. */
function judgeLowerCased({ base, isOrdinary }: Word, { lower, middle }: Seen): Verdict {
  if (lookUpName(base) === "given" && !isDictionaryWord(base)) return "sure";
  if (isOrdinary) return null;
  if ((middle.get(base) ?? 0) > (lower.get(base) ?? 0)) return "sure";
  return base.length > 3 && !/\p{N}/u.test(base) ? "unknown" : null;
}

function judgeUncased({ base, isBroken, isOrdinary }: Word): Verdict {
  if (isBroken || isSmallWord(base) || /^\p{N}/u.test(base)) return null;
  if (lookUpName(base) !== undefined) return "sure";
  return !isOrdinary && base.length > 2 ? "unknown" : null;
}

function continuesCased(word: Word, follows: Word | undefined): boolean {
  if (!follows?.isCapital || word.opensSentence) return false;
  return heads.has(word.base) || (word.isCapital && (!isSmallWord(word.base) || isOddCapital(word)));
}

/** `doctor spock`, `barbara jean`, `edward g robinson`: what stands before says that it is a name. */
function continuesUncased(word: Word, before: Word | undefined, follows: Word | undefined): boolean {
  if (!before || !word.isAdjacent || isSmallWord(word.base)) return false;
  if (titles.has(before.base)) return true;
  if (!follows) return false;
  return (
    (lookUpName(follows.base) === "given" || follows.base.length === 1) &&
    (word.base.length === 1 || !isPlainWord(word.base))
  );
}

/** A small word with a capital; `I` always has one. */
function isOddCapital({ base, isCapital }: Word): boolean {
  return isCapital && isSmallWord(base) && !/^i(?:'|$)/.test(base);
}

/** Words of one name are one span. */
function joinRuns(words: readonly Word[], verdicts: readonly Verdict[], isCased: boolean): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!verdicts[at]) continue;
    const first = at;
    while (verdicts[at + 1] && words[at + 1]?.isAdjacent && !words[at + 1]?.opensSentence) at++;
    const run = words.slice(first, at + 1);
    spans.push({
      start: run[0]?.start ?? 0,
      end: run.at(-1)?.end ?? 0,
      kind: nameKind(run, words[first - 1]),
      isSure: !isCased || verdicts.slice(first, at + 1).includes("sure"),
    });
  }
  return spans;
}

function nameKind(run: readonly Word[], before: Word | undefined): NameSpan["kind"] {
  const last = run.at(-1)?.base ?? "";
  if (organisationEnds.has(last) || lookUpName(run.map(({ base }) => base).join(" ")) === "organisation")
    return "organisation";
  const isPerson = run.some(({ base }) => lookUpName(base) === "given" || lookUpName(base) === "family");
  return isPerson || (before !== undefined && titles.has(before.base)) ? "person" : "name";
}
