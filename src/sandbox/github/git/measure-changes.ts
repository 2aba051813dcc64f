import { diffTrees } from "./diff-trees.ts";

/** How much `head` changed since it left `base`; a binary file counts as a file without lines. */
export async function measureChanges(
  directory: string,
  base: string,
  head: string,
): Promise<{ additions: number; deletions: number; changedFiles: number }> {
  const before = ["diff-tree", "-r", "-M", "--numstat"];
  const lines = (await diffTrees(directory, { before }, { base, head })).split("\n").filter(Boolean);
  const counts = lines.map((line) =>
    line
      .split("\t")
      .slice(0, 2)
      .map((word) => Number(word) || 0),
  );
  const sum = (at: number) => counts.reduce((total, one) => total + (one[at] ?? 0), 0);
  return { additions: sum(0), deletions: sum(1), changedFiles: lines.length };
}
