import { diffTrees } from "./diff-trees.ts";

/** A file as GraphQL's `PullRequestChangedFile` names it: a renamed one by its new path. */
export type ChangedFile = { path: string; changeType: string };

const changeTypes: Readonly<Record<string, string>> = {
  A: "ADDED",
  C: "COPIED",
  D: "DELETED",
  M: "MODIFIED",
  R: "RENAMED",
  T: "CHANGED",
};

/** What `head` changed since it left `base`, as the tab "Files changed" shows it. */
export async function listChangedFiles(
  directory: string,
  base: string,
  head: string,
): Promise<ChangedFile[]> {
  const before = ["diff-tree", "-r", "-M", "-z", "--name-status"];
  const words = (await diffTrees(directory, { before }, { base, head })).split("\0").filter(Boolean);
  const files: ChangedFile[] = [];
  for (let at = 0; at < words.length; ) {
    const letter = words[at]?.[0] ?? "";
    // A rename and a copy have their old path before the new one.
    const length = letter === "R" || letter === "C" ? 3 : 2;
    files.push({ path: words[at + length - 1] ?? "", changeType: changeTypes[letter] ?? "CHANGED" });
    at += length;
  }
  return files;
}
