import { skipFrontMatter } from "../../sources/formats/skip-front-matter.ts";
import { readQuotation } from "../check-quotes.ts";
import { findQuotations, findQuotationsIn, type Quotation } from "../find-quotations.ts";

/**
 * The quotations of a post's file, with the lines that they have there: those of the post, and those in the values
 * of its front matter, since nobody knows which of them a site shows. `frontMatter` is what its reader made of it.
 */
export function listQuotations(file: string, frontMatter: Readonly<Record<string, unknown>>): Quotation[] {
  const lines = file.split(/\r\n|\n|\r/);
  const body = skipFrontMatter(lines);
  const head = lines.slice(0, body);
  // What is not set apart as front matter is looked at as a part of the post.
  const shown = (body === 0 ? [] : Object.entries(frontMatter)).flatMap(([key, value]) => {
    const line = head.findIndex((text) => text.includes(key)) + 1 || 1;
    return listTexts(value).flatMap((text) => findQuotationsIn(text.replace(/\s+/gu, " "), line));
  });
  return [...shown, ...findQuotations(lines.fill("", 0, body).join("\n")).map(readQuotation)];
}

/** Every text that a value holds, however deep. Aliases may make it hold one many times. */
function listTexts(value: unknown): string[] {
  const texts = new Set<string>();
  const seen = new Set<unknown>();
  const open = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one === "string") texts.add(one);
    else if (typeof one === "object" && one !== null && !seen.has(one)) open.push(...Object.values(one));
    seen.add(one);
  }
  return [...texts];
}
