/** A quotation at the beginning of a line, be it in a list. */
const quoteMark = /^(?: {0,3}|[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)>[ \t]?/;
const listedMark = /^[ \t]*>[ \t]?/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
/** What ends a paragraph without an empty line. */
const interrupts = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:[-*_][ \t]*){3,}$|[-*+][ \t]|1[.)][ \t]|<|`{3}|~{3})/;
/** GitHub's boxes, which it writes as quotations and which are none; a kind that it does not know is a quotation. */
const box = /^[ \t]*\[!(?:note|tip|important|warning|caution)\][ \t]*$/i;
const tags = /<(\/?)blockquote\b[^<>]{0,500}>/gi;

/**
 * The lines of a post in which all that is shown as a block quotation begins with `>`, and nothing else does: in
 * lists, in HTML, and where a paragraph of a quotation goes on without its mark. What stands in a box is a paragraph.
 */
export function markQuotes(lines: readonly string[]): string[] {
  let [inList, inBox, isOpen, depth] = [false, false, false, 0];
  return lines.map((line) => {
    const before = depth;
    const bare = line.replace(tags, (_, closes: string) => {
      depth = Math.max(0, depth + (closes === "" ? 1 : -1));
      return " ";
    });
    const isTagged = before > 0 || depth > 0 || bare !== line;
    if (item.test(line)) inList = true;
    else if (/^[^\s>]/.test(line)) inList = false;
    const mark = (inList ? (quoteMark.exec(line) ?? listedMark.exec(line)) : quoteMark.exec(line))?.[0];
    if (mark !== undefined) {
      const inner = line.slice(mark.length);
      if (box.test(inner)) inBox = true;
      isOpen = !inBox && inner.trim() !== "" && !interrupts.test(inner);
      if (inBox) return box.test(inner) ? "" : inner;
      return `> ${inner}`;
    }
    inBox = false;
    if (line.trim() === "" || (isOpen && interrupts.test(line))) isOpen = false;
    if (isTagged) return bare.trim() === "" ? "" : `> ${bare.trim()}`;
    return isOpen ? `> ${line.trim()}` : line;
  });
}
