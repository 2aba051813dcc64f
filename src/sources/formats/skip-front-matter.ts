/**
 * The index of the first line after a file's front matter; 0 when it has none.
 * Whatever stands there, in whatever language it names (`---`, `---js`, `---constructor`), is passed over
 * as text and never evaluated.
 */
export function skipFrontMatter(lines: readonly string[]): number {
  const opening = /^\uFEFF?---[ \t]*([A-Za-z][\w-]*)?[ \t]*$/.exec(lines[0] ?? "");
  if (!opening) return 0;
  const closing = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (closing > 0 && (opening[1] !== undefined || looksLikeData(lines.slice(1, closing)))) return closing + 1;
  return opening[1] === undefined ? 0 : 1;
}

/** A rule at the top of a text is no front matter: between two rules of a text stand sentences, not keys. */
function looksLikeData(lines: readonly string[]): boolean {
  return (
    lines.every((line) => line.trim() === "") ||
    lines.some((line) => /^[\w"'-][^:]{0,80}:(?:\s|$)/.test(line))
  );
}
