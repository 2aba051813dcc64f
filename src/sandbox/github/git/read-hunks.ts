import { diffTrees } from "./diff-trees.ts";

/** A run of lines of a diff: its text from the `@@` on, and which lines of either side it shows. */
export type Hunk = { text: string; left: LineRange; right: LineRange };
type LineRange = { start: number; count: number };

/** The hunks of one file with three lines around each change, as the tab "Files changed" shows them; empty when it did not change. */
export async function readHunks(
  directory: string,
  ends: { base: string; head: string; path: string },
): Promise<Hunk[]> {
  const before = ["--literal-pathspecs", "diff-tree", "-r", "-p", "-U3", "--no-color"];
  const text = await diffTrees(directory, { before, after: ["--", ends.path] }, ends);
  return text
    .split(/^(?=@@ )/m)
    .slice(1)
    .map((hunk) => {
      const [, left = "", right = ""] = /^@@ -(\S+) \+(\S+) @@/.exec(hunk) ?? [];
      return { text: hunk.trimEnd(), left: readRange(left), right: readRange(right) };
    });
}

function readRange(words: string): LineRange {
  const [start = "0", count = "1"] = words.split(",");
  return { start: Number(start), count: Number(count) };
}
