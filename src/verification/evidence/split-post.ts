import { readMarkdown } from "../../drafting/clean-markdown.ts";
import { foldWords } from "../../sources/fold-words.ts";
import { splitSentences } from "../../sources/split-sentences.ts";
import { listBlocks } from "./list-blocks.ts";

/** A sentence of a post, where it stands in its file. */
export type PostSentence = {
  /** UTF-16 offsets in the file; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Lines of the file, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What is read: without marks of blocks and targets of links, on one line. */
  readonly text: string;
  /** The same, folded for comparison. */
  readonly words: readonly string[];
  /** Whether it stands in a block quotation. */
  readonly isQuoted: boolean;
};

/**
 * The sentences of a post's file, in their order. Front matter, headings, code, comments, definitions of links and
 * the lines that name a speaker below a quotation are none.
 */
export function splitPost(file: string): PostSentence[] {
  return listBlocks(file).flatMap(({ start, text, isQuoted }) =>
    splitSentences(text).flatMap((span) => {
      const shown = readMarkdown(text.slice(span.start, span.end)).replace(/\s+/gu, " ").trim();
      const words = foldWords(shown);
      if (words.length === 0) return [];
      const [from, to] = [start + span.start, start + span.end];
      const firstLine = countLines(file, from);
      const lastLine = firstLine + countLines(file.slice(from, to), to - from) - 1;
      return [{ start: from, end: to, firstLine, lastLine, text: shown, words, isQuoted }];
    }),
  );
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
