/** The run of marks that opens a block of code, behind the marks of lists and quotations that it stands in. */
const opening =
  /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)((?:>[ \t]?){0,20})[ \t]{0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

type Fence = { readonly indent: number; readonly isQuoted: boolean; readonly mark: string };

/**
 * Which lines are a block of code between fences, the fences included, as
 * https://spec.commonmark.org/0.31.2/#fenced-code-blocks has it. Marks that nothing closes open nothing: what stands
 * behind them is read, so that nobody can hide a text by them.
 */
export function markCode(lines: readonly string[]): boolean[] {
  const marked = lines.map(() => false);
  const isUnclosed = new Map<string, number>();
  let inList = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (item.test(line)) inList = true;
    else if (/^[^\s>]/.test(line)) inList = false;
    const fence = readOpening(line, inList);
    if (!fence || fence.mark.length >= (isUnclosed.get(fence.mark.slice(0, 1)) ?? Number.POSITIVE_INFINITY))
      continue;
    const end = findClosing(lines, at + 1, fence);
    if (end === null) isUnclosed.set(fence.mark.slice(0, 1), fence.mark.length);
    else {
      marked.fill(true, at, end + 1);
      at = end;
    }
  }
  return marked;
}

function readOpening(line: string, inList: boolean): Fence | null {
  const found = opening.exec(line);
  if (!found) return null;
  const [, before = "", quoted = "", ticks, tildes = ""] = found;
  if (before.length > 3 && !inList) return null;
  return { indent: inList ? before.length : 0, isQuoted: quoted !== "", mark: ticks ?? tildes };
}

/** The last line of the block: its closing marks, or the line before the one that ends its list or quotation. Null: the text ends first. */
function findClosing(lines: readonly string[], from: number, fence: Fence): number | null {
  const closing = new RegExp(`^[ \\t]*\\${fence.mark.slice(0, 1)}{${fence.mark.length},}[ \\t]*$`);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const isOut = fence.isQuoted
      ? !/^\s*>/.test(line)
      : line.trim() !== "" && line.length - line.trimStart().length < fence.indent;
    if (isOut) return at - 1;
    if (closing.test(fence.isQuoted ? line.replace(/^\s*(?:>[ \t]?)+/, "") : line)) return at;
  }
  return null;
}
