import { skipFrontMatter } from "../../sources/formats/skip-front-matter.ts";
import { markCode } from "../mark-code.ts";

/**
 * A paragraph, an item of a list or a quotation. `text` is as long as it is in the file: what is not read (marks of
 * quotations and lists, targets of links) is white space there, so that offsets are kept.
 */
export type Block = { readonly start: number; readonly text: string; readonly isQuoted: boolean };

const quoteMark = /^ {0,3}>[ \t]?/;
const itemMark = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
/** Headings, rules between paragraphs and under headings, definitions of links. */
const noProse = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:[-*_=][ \t]*){3,}$|\[[^\]\n]{1,300}\]:)/;
/** Who spoke, below a quotation, as we write it and as people do; and GitHub's own kinds of boxes. */
const attribution = /^\s*(?:—|–|--)\s*\S/u;
const alert = /^\s*\[!\w{1,20}\]\s*$/;

/** The blocks of a post's file, without its front matter. */
export function listBlocks(file: string): Block[] {
  const lines = file.split("\n").map((line) => line.replace(/\r$/, " "));
  const body = skipFrontMatter(lines.map((line) => line.trimEnd()));
  const blocks: { start: number; text: string; isQuoted: boolean }[] = [];
  const code = markCode(lines.map((line, index) => (index < body ? "" : line)));
  let [start, isOpen, inAlert] = [0, false, false];
  lines.forEach((line, index) => {
    const at = start;
    start += line.length + 1;
    if (index >= body && !code[index]) {
      const isMarked = quoteMark.test(line);
      if (!isMarked) inAlert = false;
      const inner = isMarked ? line.replace(quoteMark, blank) : line;
      if (isMarked && alert.test(inner)) inAlert = true;
      const isQuoted = isMarked && !inAlert;
      const isSkipped = inner.trim() === "" || noProse.test(inner) || alert.test(inner);
      if (!isSkipped && !(isQuoted && attribution.test(inner))) {
        const last = blocks.at(-1);
        const begins = !isOpen || itemMark.test(inner) || /^\s*\|/.test(inner) || last?.isQuoted !== isQuoted;
        const text = inner.replace(itemMark, blank);
        if (begins || !last) blocks.push({ start: at, text, isQuoted });
        else last.text += `\n${text}`;
        isOpen = true;
        return;
      }
    }
    isOpen = false;
  });
  return blocks.map((block) => ({ ...block, text: blankMarkup(block.text) }));
}

/** Images, comments, targets of links, references to footnotes, tags and the bars of tables are not read. */
function blankMarkup(text: string): string {
  return text
    .replace(/<!--[\s\S]{0,5000}?-->/g, blank)
    .replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)/g, blank)
    .replace(/\[\^[^\]\n]{1,100}\]/g, blank)
    .replace(/(?<!\\)\[([^\]\n]{1,500})\]\([^)\n]{0,1000}\)/g, (whole, words: string) =>
      ` ${words}`.padEnd(whole.length),
    )
    .replace(/(?<!\\)<[a-z/][^<>\n]{0,500}>/gi, blank)
    .replace(/(?<!\\)\|/g, " ");
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
