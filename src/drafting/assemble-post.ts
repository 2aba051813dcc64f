import { escapeMarkdown } from "./clean-markdown.ts";

/** A section of a post: its heading as plain words, its blocks as Markdown. */
export type Section = { readonly heading: string; readonly blocks: readonly string[] };

/** The post's Markdown body: opening paragraphs, then a second-level heading for each section. */
export function assemblePost(opening: readonly string[], sections: readonly Section[]): string {
  const blocks = [
    ...opening,
    ...sections.flatMap((section) => [`## ${escapeMarkdown(section.heading)}`, ...section.blocks]),
  ];
  return `${blocks.join("\n\n")}\n`;
}
