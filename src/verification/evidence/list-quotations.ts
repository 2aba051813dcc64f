import { findLongQuoted } from "../../drafting/find-quoted.ts";
import { skipFrontMatter } from "../../sources/formats/skip-front-matter.ts";
import { readQuotation } from "../check-quotes.ts";
import { findQuotations, type Quotation } from "../find-quotations.ts";

/** Keys of front matter whose values people read. */
const shownKeys = ["title", "description", "linkedin"];

/** GitHub's own boxes (`> [!NOTE]`) are written as quotations and are none. */
const box = /^\s*\[!\w{1,20}\]/;

/**
 * The quotations of a post's file, with the lines that they have there: those of the post, and those in the values
 * of its front matter that people read. `frontMatter` is what its reader made of it.
 */
export function listQuotations(file: string, frontMatter: Readonly<Record<string, unknown>>): Quotation[] {
  const lines = file.split(/\r\n|\n|\r/);
  const body = skipFrontMatter(lines);
  const head = lines.slice(0, body);
  const shown = shownKeys.flatMap((key) => {
    const value = frontMatter[key];
    const line = head.findIndex((text) => text.startsWith(`${key}:`)) + 1;
    return typeof value === "string" && line > 0 ? listIn(value, line) : [];
  });
  const text = lines.fill("", 0, body).join("\n");
  const quoted = findQuotations(text).filter((one) => !(one.form === "block" && box.test(one.text)));
  return [...shown, ...quoted.map(readQuotation)];
}

function listIn(value: string, line: number): Quotation[] {
  return value.split("\n").flatMap((text) =>
    findLongQuoted(text).map(({ words, from, to }) => ({
      form: "inline" as const,
      text: words,
      line,
      attribution: null,
      before: text.slice(0, from),
      after: text.slice(to),
    })),
  );
}
