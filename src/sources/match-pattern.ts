import { matchesGlob } from "node:path";
import { Pattern } from "./settings.ts";

/** Folders below the first wildcard that are looked into, and below a folder that is named itself. */
const patternDepth = 6;
export const folderDepth = 3;

/** Of a folder the newest few are meant; whoever writes a pattern says more plainly what is wanted. */
export const mostOfFolder = 5;
export const mostOfPattern = 20;

/** Whether a path is perhaps a pattern. A file may have brackets in its name, so it is looked for first. */
export function hasWildcard(path: string): boolean {
  return /[*?]|\[[^\][]+\]|\{[^{},]*,[^{}]*\}/.test(path);
}

/** The folder that holds all that a pattern can match, and how many levels of it must be known. */
export function findFolder(pattern: string): { folder: string; depth: number } {
  const parts = pattern.split("/");
  const first = parts.findIndex(hasWildcard);
  const levels = parts.slice(first).some((part) => part.includes("**")) ? patternDepth : parts.length - first;
  return { folder: parts.slice(0, first).join("/"), depth: Math.min(levels, patternDepth) };
}

/**
 * The paths that a pattern matches, or why it cannot be used. `*`, `?`, `[…]` and `{a,b}` stand for letters
 * between two slashes, `**` for any number of folders; upper and lower case differ, dot folders never match.
 */
export function matchPattern<T extends { readonly path: string }>(
  pattern: string,
  files: readonly T[],
): readonly T[] | string {
  const checked = Pattern.safeParse(pattern);
  if (!checked.success)
    return `this pattern is too much to match (${checked.error.issues[0]?.message ?? "it is too long"})`;
  return files.filter(({ path }) => matchesGlob(path, pattern));
}
