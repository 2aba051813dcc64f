import { foldWords } from "../../sources/fold-words.ts";
import type { Passage } from "../../sources/passage.ts";
import { deniesAlike, findRun } from "./compare-words.ts";
import { passageAt, type Speech } from "./index-speech.ts";

/** What somebody said, with the place. */
export type Original = {
  readonly passage: Passage;
  readonly speaker: string | null;
  /** The sentences at that place. */
  readonly text: string;
  /** Those of them that the quotation has in other words; all where that cannot be told. */
  readonly differing: string;
};

/** Fewer words than this can be found almost anywhere: they prove nothing. */
export const minQuotedWords = 4;

/** Quoted words, folded once for many speeches: as a whole, and the parts around an ellipsis. */
export type QuotedWords = {
  readonly whole: readonly string[];
  readonly parts: readonly (readonly string[])[];
};

export function foldQuoted(text: string): QuotedWords {
  const parts = text.split(/\\?\[?(?:…|\.{3})\\?\]?/u).map(foldWords);
  return { whole: foldWords(text), parts: parts.filter((words) => words.length > 0) };
}

/** Where quoted words stand, word for word; the parts around an ellipsis in their order. */
export function locateQuotation(text: string, speeches: readonly Speech[]): Passage[] {
  const quoted = foldQuoted(text);
  return speeches.flatMap((speech) => {
    const found = findSpoken(quoted, speech);
    return found ? [passageAt(speech, found.from, found.to)] : [];
  });
}

/** From which word of a speech to which. */
type Run = { readonly from: number; readonly to: number };

/**
 * Quoted words in a speech, one after the other; or the parts around an ellipsis in their order, where each says
 * something by itself and no "not" was left out of their sentences: without it they would say the opposite.
 */
export function findSpoken(
  { whole, parts }: QuotedWords,
  { words, sentences }: Pick<Speech, "words" | "sentences">,
): Run | null {
  const run = locateIn(words, whole);
  if (run) return run;
  if (parts.length < 2 || parts.some((part) => part.length < minQuotedWords)) return null;
  let [from, to] = [-1, -1];
  for (const part of parts) {
    const found = locateIn(words, part, to + 1);
    if (!found) return null;
    const cut = [sentences[to], sentences[found.from]];
    const leftOut = words.slice(to + 1, found.from).filter((_, at) => cut.includes(sentences[to + 1 + at]));
    if (from < 0) from = found.from;
    else if (!deniesAlike(leftOut, [])) return null;
    to = found.to;
  }
  return { from, to };
}

function locateIn(words: readonly string[], run: readonly string[], after = 0): Run | null {
  const from = run.length === 0 ? -1 : findRun(words, run, after);
  return from < 0 ? null : { from, to: from + run.length - 1 };
}

/** More than half of the words, in their order and close together. */
const leastScore = 0.5;

/** Two places this close in likeness cannot be told apart. */
const margin = 0.05;

/** A quotation of more words is compared by its first ones. */
const mostWords = 120;

/**
 * What was really said, for a quotation that stands in no source: the one place that is most like it. Null when
 * nothing is, and when two places that say different things are like it.
 */
export function findOriginal(text: string, speeches: readonly Speech[]): Original | null {
  const quoted = foldWords(text).slice(0, mostWords);
  const quotable = speeches.filter(({ utterance }) => utterance.quotable);
  const [best, ...others] = findAlike(quoted, quotable);
  if (!best) return null;
  const original = describe(best.speech, best, quoted);
  const isAmbiguous = others.some(
    (other) =>
      other.score >= best.score - margin * quoted.length &&
      describe(other.speech, other, quoted).text !== original.text,
  );
  return isAmbiguous ? null : original;
}

/** Whether anything that was said is like these words, be it in several places that cannot be told apart. */
export function isLikeSpeech(text: string, speeches: readonly Speech[]): boolean {
  return findAlike(foldWords(text).slice(0, mostWords), speeches).length > 0;
}

function findAlike(quoted: readonly string[], speeches: readonly Speech[]) {
  const distinct = new Set(quoted);
  return speeches
    .filter(({ words }) => countShared(distinct, words) * 2 >= distinct.size)
    .map((speech) => ({ speech, ...align(quoted, speech.words) }))
    .filter(({ score }) => score >= leastScore * quoted.length)
    .sort((a, b) => b.score - a.score);
}

function countShared(distinct: ReadonlySet<string>, words: readonly string[]): number {
  const there = new Set(words);
  return [...distinct].filter((word) => there.has(word)).length;
}

function describe(speech: Speech, { from, to }: Run, quoted: readonly string[]): Original {
  const { utterance } = speech;
  const passage = passageAt(speech, from, to);
  const sentences = utterance.sentences.slice(passage.firstSentence - 1, passage.lastSentence);
  const text = sentences.map((one) => one.text).join(" ");
  const others = sentences.filter((one) => findRun(quoted, foldWords(one.text)) < 0);
  const differing = others.map((one) => one.text).join(" ") || text;
  return { passage, speaker: utterance.speaker, text, differing };
}

/**
 * The best local alignment (Smith and Waterman): a word in common counts one, a word that is another, too many or
 * missing takes a half. So words far apart in a long speech are not taken for a quotation.
 */
function align(quoted: readonly string[], words: readonly string[]): Run & { readonly score: number } {
  let above = new Float32Array(words.length + 1);
  let fromAbove = new Int32Array(words.length + 1);
  const best = { score: 0, from: 0, to: 0 };
  for (const quotedWord of quoted) {
    const row = new Float32Array(words.length + 1);
    const fromRow = new Int32Array(words.length + 1);
    for (let at = 1; at <= words.length; at++) {
      const before = above[at - 1] ?? 0;
      let score = before + (words[at - 1] === quotedWord ? 1 : -0.5);
      let from = before === 0 ? at - 1 : (fromAbove[at - 1] ?? 0);
      const [missing, added] = [(above[at] ?? 0) - 0.5, (row[at - 1] ?? 0) - 0.5];
      if (missing > score) [score, from] = [missing, fromAbove[at] ?? 0];
      if (added > score) [score, from] = [added, fromRow[at - 1] ?? 0];
      if (score <= 0) continue;
      row[at] = score;
      fromRow[at] = from;
      if (score > best.score) Object.assign(best, { score, from, to: at - 1 });
    }
    [above, fromAbove] = [row, fromRow];
  }
  return best;
}
