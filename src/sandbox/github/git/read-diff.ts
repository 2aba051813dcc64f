import { type FileDiff, parseDiff } from "./parse-diff.ts";
import { runGit } from "./run-git.ts";

/** What `head` changed since it left `base`, line by line, as the tab "Files changed" shows it. */
export async function readDiff(directory: string, base: string, head: string): Promise<FileDiff[]> {
  const args = ["diff-tree", "-r", "-M", "-p", "--no-color", "--no-ext-diff", "--merge-base", base, head];
  return parseDiff((await runGit(directory, args)).toString());
}
