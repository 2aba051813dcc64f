import { findLongQuoted } from "../drafting/find-quoted.ts";

/** A quotation as it stands in a post. */
export type Quotation = {
  readonly form: "block" | "inline";
  /** The quoted text as written, Markdown escapes included. */
  readonly text: string;
  /** The line of the post, from 1. */
  readonly line: number;
  /** Block: what stands after the dash, without the time; null when no such line follows. */
  readonly attribution: string | null;
  /** Inline: what the paragraph says before and after the quotation, other quotations left out. */
  readonly before: string;
  readonly after: string;
};

type Block = { readonly line: number; readonly text: string };

const marks = /“([^“”]*)”|"([^"\n]*)"|[“”]/gu;

/**
 * Every block quotation, every text in curly or straight double quotes, and whatever else looks like a quotation
 * of some words; code is left out.
 */
export function findQuotations(markdown: string): Quotation[] {
  const lines = markdown.split(/\r\n|\n|\r/);
  const found: Quotation[] = [];
  let inFence = false;
  for (let at = 0; at < lines.length; at++) {
    if (/^\s*(?:```|~~~)/.test(lines[at] ?? "")) inFence = !inFence;
    else if (inFence || (lines[at] ?? "").trim() === "") continue;
    else {
      const quoted = isQuoted(lines[at]);
      const end = blockEnd(lines, at, quoted);
      const own = lines.slice(at, end);
      found.push(...(quoted ? readBlock(own, at + 1) : readInline({ line: at + 1, text: own.join("\n") })));
      at = end - 1;
    }
  }
  return found;
}

function isQuoted(line: string | undefined): boolean {
  return /^ {0,3}>/.test(line ?? "");
}

function blockEnd(lines: readonly string[], start: number, quoted: boolean): number {
  let end = start + 1;
  while (end < lines.length && isQuoted(lines[end]) === quoted && (lines[end] ?? "").trim() !== "") {
    if (/^\s*(?:```|~~~)/.test(lines[end] ?? "")) break;
    end++;
  }
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
    if (attribution !== undefined) close(attribution.trim());
    else if (words.length > 0 || inner.trim() !== "") {
      if (words.length === 0) line = firstLine + at;
      words.push(inner);
    }
  });
  close(null);
  return found;
}

function readInline({ line, text }: Block): Quotation[] {
  const plain = text.replace(/(`+)[^`]+\1/g, blank);
  const usual = [...plain.matchAll(marks)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    words: match[1] ?? match[2] ?? "",
  }));
  const found = [...usual, ...findLongQuoted(plain.replace(marks, blank))].sort((a, b) => a.from - b.from);
  const outside = (from: number, to: number) => plain.slice(from, to).replace(marks, " ");
  return found.map(({ from, to, words }) => ({
    form: "inline",
    text: words,
    line: line + plain.slice(0, from).split("\n").length - 1,
    attribution: null,
    before: outside(0, from),
    after: outside(to, plain.length),
  }));
}

function blank(text: string): string {
  return " ".repeat(text.length);
}
