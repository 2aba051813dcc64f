import { diffTrees } from "./diff-trees.ts";
import { type FileDiff, parseDiff } from "./parse-diff.ts";

/** What `head` changed since it left `base`, line by line, as the tab "Files changed" shows it. */
export async function readDiff(directory: string, base: string, head: string): Promise<FileDiff[]> {
  const before = ["diff-tree", "-r", "-M", "-p", "--no-color", "--no-ext-diff"];
  return parseDiff(await diffTrees(directory, { before }, { base, head }));
}
