import { runGit } from "./run-git.ts";

/** The paths that one commit touched, as a push lists them. */
export type CommitPaths = { added: string[]; removed: string[]; modified: string[] };

/** A renamed file is one removed and one added; a merge is looked at from its first parent. */
export async function listPaths(directory: string, oid: string): Promise<CommitPaths> {
  const args = ["diff-tree", "-r", "-z", "--root", "--no-commit-id", "--no-renames", "--name-status"];
  const output = await runGit(directory, [...args, "--diff-merges=first-parent", oid]);
  const words = output.toString().split("\0").filter(Boolean);
  const paths: CommitPaths = { added: [], removed: [], modified: [] };
  for (let at = 0; at < words.length; at += 2) {
    const list = { A: paths.added, D: paths.removed }[words[at] ?? ""] ?? paths.modified;
    list.push(words[at + 1] ?? "");
  }
  return paths;
}
