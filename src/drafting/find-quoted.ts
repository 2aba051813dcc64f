import { createWordCounter } from "./count-words.ts";
import { type Closing, listSingleMarks, type SingleMark } from "./single-marks.ts";

/** From this many words on, words in quotation marks are somebody's words, and must be a reference. */
const minQuotedWords = 4;

/** Words in quotation marks, from the opening mark to the end of the closing one; one of both may be missing. */
export type Quoted = {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** Where its marks stand: what is taken off when it is only a term. */
  readonly marks: readonly Span[];
};
type Span = { readonly from: number; readonly to: number };

/** Marks that are never an apostrophe, look-alikes and pairs of smaller ones among them. */
const sureMark =
  /[<‹«〈⟨《]{2,}|[>›»〉⟩》]{2,}|(?!['‘’‛＇])\p{Quotation_Mark}|[″‴‶ʺ˝ˮ〃❝❞❠❮❯⹂《》〈〉⟨⟩⟪⟫〈〉≪≫＜＞﹤﹥\u{1F676}-\u{1F678}]|,,|(?:['‘’‛＇´ʹʻʼʽˈˊˋ′‵]|`){2,}/gu;

/**
 * Whatever a reader would take for a quotation: between marks of any kind, of two kinds, or from a mark without
 * its pair to the end of the line. Apostrophes are none, nor are feet and inches.
 */
function findQuoted(line: string): Quoted[] {
  const sure = findSure(line);
  const single = pairSingles(
    line,
    listSingleMarks(line).filter(({ at }) => !sure.some(({ from, to }) => at >= from && at < to)),
  );
  return [...sure, ...single].sort((a, b) => a.from - b.from);
}

/** Those of so many words that they are a quotation and not a term. */
export function findLongQuoted(line: string): Quoted[] {
  const count = createWordCounter(line);
  return findQuoted(line).filter(({ from, to }) => count(from, to) >= minQuotedWords);
}

/** The line without the marks around its terms; apostrophes stay. */
export function dropQuotationMarks(line: string): string {
  const marks = findQuoted(line).flatMap((quoted) => quoted.marks);
  let text = "";
  let from = 0;
  for (const mark of marks.sort((a, b) => a.from - b.from)) {
    text += line.slice(from, Math.max(from, mark.from));
    from = Math.max(from, mark.to);
  }
  return text + line.slice(from);
}

/** So much around a mark tells what it is. */
const near = 8;

function findSure(line: string): Quoted[] {
  const found: Quoted[] = [];
  let opened: Span | null = null;
  let after = 0;
  for (const { 0: glyph, index } of line.matchAll(sureMark)) {
    const mark: Span = { from: index, to: index + glyph.length };
    const [before, next] = [
      line.slice(Math.max(0, index - near), index),
      line.slice(mark.to, mark.to + near),
    ];
    if (isInsideHebrew(before, next)) continue;
    const isInches = /^["″]$/.test(glyph) && /\p{N}\s?$/u.test(before);
    const isEnd = !/^[\p{L}\p{N}]/u.test(next) && (/\S$/u.test(before) || next === "");
    if (opened === null && isInches) continue;
    if (opened === null && !isEnd) {
      opened = mark;
      continue;
    }
    const words = line.slice(opened?.to ?? after, mark.from);
    found.push({ from: opened?.from ?? after, to: mark.to, words, marks: opened ? [opened, mark] : [mark] });
    after = mark.to;
    opened = null;
  }
  if (opened)
    found.push({ from: opened.from, to: line.length, words: line.slice(opened.to), marks: [opened] });
  return found;
}

/** There a double mark between two letters is how an abbreviation is written. */
function isInsideHebrew(before: string, next: string): boolean {
  return /\p{sc=Hebr}$/u.test(before) && /^\p{sc=Hebr}/u.test(next);
}

function pairSingles(line: string, marks: readonly SingleMark[]): Quoted[] {
  const found: Quoted[] = [];
  let after = 0;
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    if (!mark) continue;
    const span = { from: mark.at, to: mark.at + 1 };
    if (mark.opens === null) {
      if (mark.closes === "sure")
        found.push({ from: after, to: span.to, words: line.slice(after, mark.at), marks: [span] });
      continue;
    }
    const end = findEnd(marks, at);
    const close = end === null ? undefined : marks[end];
    if (mark.opens === "maybe" && !close) continue;
    const to = close ? close.at + 1 : line.length;
    const own = close ? [span, { from: close.at, to }] : [span];
    const words = line.slice(span.to, close?.at ?? to);
    // What begins as an elided word does keeps its apostrophes, unless it is a quotation.
    found.push({ from: mark.at, to, words, marks: mark.opens === "maybe" ? [] : own });
    after = to;
    at = end ?? at;
  }
  return found;
}

/** No quotation has more apostrophes; each looked through to the end of a long line takes its time. */
const mostMarks = 200;

/** The nearest mark that surely closes; else the last of those that may be an apostrophe too. */
function findEnd(marks: readonly SingleMark[], from: number): number | null {
  const isSure = marks[from]?.opens === "sure";
  const seen: Partial<Record<Closing, number>> = {};
  for (let at = from + 1; at < Math.min(marks.length, from + mostMarks); at += 1) {
    const mark = marks[at];
    if (mark?.opens === "sure" && mark.closes === null) {
      if (!isSure || seen.likely !== undefined || seen.maybe !== undefined) break;
      continue;
    }
    if (!mark?.closes) continue;
    if (mark.closes === "sure") return at;
    seen[mark.closes] = at;
  }
  return seen.likely ?? (isSure ? seen.maybe : undefined) ?? null;
}
