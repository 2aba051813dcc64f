import { skipFrontMatter } from "../sources/formats/skip-front-matter.ts";

/** A line of Markdown, numbered from 1. */
export type Line = { readonly number: number; readonly text: string };

/** The lines outside of code. */
export function listLines(markdown: string): Line[] {
  let fence: string | null = null;
  return markdown.split(/\r\n|\n|\r/).flatMap((text, at) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === null && mark !== undefined) {
      fence = mark;
      return [];
    }
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return [];
    }
    return [{ number: at + 1, text }];
  });
}

/** The text of a post's file without its front matter, every line where it was. */
export function blankFrontMatter(file: string): string {
  const lines = file.split(/\r\n|\n|\r/);
  return lines.fill("", 0, skipFrontMatter(lines)).join("\n");
}
