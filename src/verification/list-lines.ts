import { skipFrontMatter } from "../sources/formats/skip-front-matter.ts";
import { markCode } from "./mark-code.ts";

/** A line of Markdown, numbered from 1. */
export type Line = { readonly number: number; readonly text: string };

/** The lines outside of code. */
export function listLines(markdown: string): Line[] {
  const lines = markdown.split(/\r\n|\n|\r/);
  const code = markCode(lines);
  return lines.flatMap((text, at) => (code[at] ? [] : [{ number: at + 1, text }]));
}

/** The text of a post's file without its front matter, every line where it was. */
export function blankFrontMatter(file: string): string {
  const lines = file.split(/\r\n|\n|\r/);
  return lines.fill("", 0, skipFrontMatter(lines)).join("\n");
}
