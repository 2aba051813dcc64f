/** Where a sentence stands in a text: `end` is exclusive, white space at both ends is left out. */
export type Span = { readonly start: number; readonly end: number };

const abbreviations = new Set(
  "mr mrs ms dr prof st sr jr vs etc e.g i.e eg ie inc ltd corp dept est approx fig no vol p pp al cf ca sra dra ud uds".split(
    " ",
  ),
);

// Bounded, and never begun in the middle of a run: a line of a million marks must not be tried from each of them.
const terminator = /(?<![.!?…])[.!?…]{1,20}["'”’»)\]*_]{0,10}(?=\s|$)|[。！？]{1,20}[」』”]{0,10}/gu;
const opensSentence = /^\s*["'“‘«¿¡([*_]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/**
 * Splits text into sentences by its own marks: a run of `. ! ? …`, closing quotes, white space and then
 * something that can open a sentence. Abbreviations, initials and an ellipsis inside a sentence do not end
 * one; a blank line always does. Decimals and file names have no white space after their dot.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of boundaries(text)) {
    const span = trim(text, start, end);
    if (span) spans.push(span);
    start = end;
  }
  return spans;
}

function* boundaries(text: string): Generator<number> {
  const paragraph = /\n\s*\n/g;
  let from = 0;
  for (const gap of text.matchAll(paragraph)) {
    yield* sentenceEnds(text, from, gap.index);
    yield gap.index + gap[0].length;
    from = gap.index + gap[0].length;
  }
  yield* sentenceEnds(text, from, text.length);
  yield text.length;
}

function* sentenceEnds(text: string, from: number, to: number): Generator<number> {
  for (const mark of text.slice(from, to).matchAll(terminator)) {
    const end = from + mark.index + mark[0].length;
    if (end < to && endsSentence(text, from + mark.index, mark[0], text.slice(end, end + 12))) yield end;
  }
}

function endsSentence(text: string, at: number, mark: string, after: string): boolean {
  if (/^[。！？]/u.test(mark)) return true;
  if (!opensSentence.test(after)) return false;
  if (mark !== ".") return true;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? "";
  if (/^\p{Lu}$/u.test(word) && word !== "I") return false;
  return !(abbreviations.has(word.toLowerCase()) && !/^\s*(?:I|The|We|And|But|So)\s/.test(after));
}

function trim(text: string, start: number, end: number): Span | null {
  const slice = text.slice(start, end);
  const first = start + (slice.length - slice.trimStart().length);
  const last = start + slice.trimEnd().length;
  return first < last ? { start: first, end: last } : null;
}
