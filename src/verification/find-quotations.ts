import { findLongQuoted } from "../drafting/find-quoted.ts";
import { readShown } from "./read-shown.ts";

/** A quotation as it stands in a post. */
export type Quotation = {
  readonly form: "block" | "inline";
  /** The quoted text as written, Markdown escapes included. */
  readonly text: string;
  /** The line of the post, from 1. */
  readonly line: number;
  /** Block: what stands after the dash, without the time; null when no such line follows. */
  readonly attribution: string | null;
  /** Inline: what the paragraph says shortly before and after the quotation, other quotations left out. */
  readonly before: string;
  readonly after: string;
};

type Block = { readonly line: number; readonly text: string };

/** Where a name is looked for: of a paragraph of a thousand quotations not all is kept with each of them. */
const nearCharacters = 600;

/** Marks that surely belong together; any other is followed to the next one, or to the end of the line. */
const pairs = /“[^“”]*”|„[^„“”]*[“”]|"[^"\n]*"/gu;

/**
 * Every block quotation, every text in curly or straight double quotes, and whatever else looks like a quotation
 * of some words, as readers see them; code is left out.
 */
export function findQuotations(markdown: string): Quotation[] {
  const lines = readShown(markdown).split("\n");
  const found: Quotation[] = [];
  for (let at = 0; at < lines.length; at++) {
    if ((lines[at] ?? "").trim() === "") continue;
    const quoted = isQuoted(lines[at]);
    const end = blockEnd(lines, at, quoted);
    const own = lines.slice(at, end);
    found.push(...(quoted ? readBlock(own, at + 1) : readInline({ line: at + 1, text: own.join("\n") })));
    at = end - 1;
  }
  return found;
}

/** The quotations of words on one line that are not Markdown, such as a title; a term of a few words is none. */
export function findQuotationsIn(text: string, line: number): Quotation[] {
  return findLongQuoted(text).map(({ words, from, to }) => toInline(text, { from, to, words }, line));
}

function isQuoted(line: string | undefined): boolean {
  return /^ {0,3}>/.test(line ?? "");
}

function blockEnd(lines: readonly string[], start: number, quoted: boolean): number {
  let end = start + 1;
  while (end < lines.length && isQuoted(lines[end]) === quoted && (lines[end] ?? "").trim() !== "") end++;
  return end;
}

function readBlock(lines: readonly string[], firstLine: number): Quotation[] {
  const found: Quotation[] = [];
  let words: string[] = [];
  let line = firstLine;
  const close = (attribution: string | null) => {
    const text = words.join("\n").trim();
    if (text !== "") found.push({ form: "block", text, line, attribution, before: "", after: "" });
    words = [];
  };
  lines.forEach((written, at) => {
    const inner = written.replace(/^ {0,3}>[ \t]?/, "");
    const attribution = /^\s*(?:—|–|--)\s*(.+?)(?:,\s*(?:\d{1,3}:)?\d{1,2}:\d{2})?\s*$/u.exec(inner)?.[1];
    // Below no words it is no attribution: then it is what is quoted.
    if (attribution !== undefined && words.length > 0) close(attribution.trim());
    else if (words.length > 0 || inner.trim() !== "") {
      if (words.length === 0) line = firstLine + at;
      words.push(inner);
    }
  });
  close(null);
  return found;
}

function readInline({ line, text }: Block): Quotation[] {
  const outside = text.replace(pairs, blank);
  const usual = [...text.matchAll(pairs)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    words: match[0].slice(1, -1),
  }));
  // The words of a quotation around another one are all of them.
  const others = findLongQuoted(outside).map(({ from, to, marks }) => {
    const [first, last] = [marks.find((mark) => mark.from === from), marks.find((mark) => mark.to === to)];
    return { from, to, words: text.slice(first?.to ?? from, last && last !== first ? last.from : to) };
  });
  const lineAt = countLines(text, line);
  const lone = [...outside.matchAll(/[“”]/g)]
    .map(({ index }) => ({ from: index, to: index + 1, words: "" }))
    .filter((mark) => !others.some(({ from, to }) => from <= mark.from && mark.to <= to));
  return [...usual, ...others, ...lone]
    .sort((a, b) => a.from - b.from)
    .map((quoted) => toInline(outside, quoted, lineAt(quoted.from)));
}

type Span = { readonly from: number; readonly to: number; readonly words: string };

function toInline(text: string, { from, to, words }: Span, line: number): Quotation {
  return {
    form: "inline",
    text: words,
    line,
    attribution: null,
    before: text.slice(Math.max(0, from - nearCharacters), from).replace(/ {2,}/g, "  "),
    after: text.slice(to, to + nearCharacters).replace(/ {2,}/g, "  "),
  };
}

/** The line of an offset; to be asked in the order of a text. */
function countLines(text: string, first: number): (offset: number) => number {
  let [line, counted] = [first, 0];
  return (offset) => {
    for (; counted < offset; counted++) if (text[counted] === "\n") line++;
    return line;
  };
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
