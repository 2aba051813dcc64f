import { decodeHTML } from "entities";
import { dropHiddenCharacters } from "../drafting/clean-markdown.ts";
import { markCode } from "./mark-code.ts";
import { markQuotes } from "./mark-quotes.ts";

/** Private characters stand for escaped ones, so that no step takes these for marks. */
const shift = 0xe000;
const mark = /[!-/:-@[-`{-~]/g;
const escaped = /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)((?:[^\n]|\n(?![ \t]*\n)){1,1000}?)(?<!`)\2(?!`)/g;
const protectedMark = /[\uE021-\uE07E]/g;
const quotationMark = /\p{Quotation_Mark}/gu;

/**
 * A post as its readers see it, still Markdown and line by line: without code between fences, comments, tags and the
 * targets of links; character references are characters, and all that is shown as a block quotation begins with `>`.
 * What is struck out is marked by words, since a reader still sees it. What stands in a comment, a tag or a target
 * is said to nobody and must not count as a word.
 */
export function readShown(markdown: string): string {
  const lines = markdown.split(/\r\n|\n|\r/);
  const code = markCode(lines);
  const text = dropComments(lines.map((line, at) => (code[at] ? "" : line)).join("\n"));
  const plain = dropTags(dropTargets(protect(text)));
  const decoded = plain.replace(/&#?\w{1,32};/g, (reference) => decodeHTML(reference).replace(/\s/gu, " "));
  const struck = decoded.replaceAll("~~", " [struck out] ");
  return markQuotes(struck.split("\n").map(dropHiddenCharacters))
    .join("\n")
    .replace(protectedMark, (one) => `\\${String.fromCharCode(one.charCodeAt(0) - shift)}`);
}

/** Escaped marks, and all marks of code on a line: there a quotation mark is none. */
function protect(text: string): string {
  const hide = (one: string) => String.fromCharCode(one.charCodeAt(0) + shift);
  return text.replace(escaped, (_, single: string | undefined, _ticks, code: string | undefined) =>
    single !== undefined ? hide(single) : (code ?? "").replace(quotationMark, " ").replace(mark, hide),
  );
}

/** A comment that does not begin its line ends with its paragraph, and then it is none. */
function dropComments(text: string): string {
  let shown = "";
  let from = 0;
  for (;;) {
    const start = text.indexOf("<!--", from);
    const end = start < 0 ? -1 : text.indexOf("-->", start + 4);
    if (end < 0) return shown + text.slice(from);
    const comment = text.slice(start, end + 3);
    const opensLine = /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 4), start));
    const isComment = opensLine || !/\n[ \t]*\n/.test(comment);
    const stop = isComment ? end + 3 : start + 4;
    shown += text.slice(from, start) + (isComment ? keepLines(comment) : "<!--");
    from = stop;
  }
}

/** Links as their words, and images as what they are and show, with the title that is shown when one points at them. */
function dropTargets(text: string): string {
  return text
    .replace(
      /(!?)\[([^\]\n]{0,500})\]\([ \t]*(?:<[^<>\n]{0,1000}>|[^\s()]{0,1000})(?:[ \t]+["'(]([^\n]{0,300}?)["')])?[ \t]*\)/g,
      (_, image: string, words: string, title: string | undefined) =>
        `${image && "image: "}${title ? `${words} (${title})` : words}`,
    )
    .replace(/\[\^[^\]\n]{1,100}\](?!:)/g, "")
    .replace(
      /^( {0,3})\[[^\]\n^]{1,300}\]:[ \t]*\S{1,1000}(?:[ \t]+["'(]([^\n]{0,300})["')])?[ \t]*$/gm,
      (_, indent: string, title: string | undefined) => indent + (title ?? ""),
    );
}

/** A tag as such is not seen; what its attributes hold may be, and then stands where it breaks a quotation. */
function dropTags(text: string): string {
  return text
    .replace(/<q(\s[^<>]{0,500})?>/gi, (_, attributes = "") => `“${keepLines(attributes)}`)
    .replace(/<\/q\s*>/gi, (tag) => `”${keepLines(tag)}`)
    .replace(/<\/?(?:s|strike|del)(?:\s[^<>]{0,500})?>/gi, (tag) => `~~${keepLines(tag)}`)
    .replace(/<(?!\/?blockquote\b)\/?[a-z][\w-]{0,40}(\s[^<>]{0,1000})?\/?>/gi, (_, attributes = "") =>
      attributes.trim() === "" ? keepLines(attributes) : attributes.replaceAll(/["']/g, " "),
    );
}

function keepLines(text: string): string {
  return text.replace(/[^\n]/g, "");
}
