import type { Signature } from "./parse-objects.ts";
import { GitError, runGit } from "./run-git.ts";

export type CommitOfTree = {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Signature;
  committer: Signature;
};

/** Writes a commit of a tree that is there, moves no ref, and returns its oid. */
export async function commitTree(directory: string, commit: CommitOfTree): Promise<string> {
  const { author, committer } = commit;
  const parents = commit.parents.flatMap((parent) => ["-p", parent]);
  const written = await runGit(directory, ["commit-tree", commit.tree, ...parents, "-F", "-"], {
    input: commit.message,
    env: {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: author.date,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    },
  });
  return written.toString().trim();
}

/** The tree that merging two commits gives; undefined when they conflict. */
export async function mergeTrees(
  directory: string,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  try {
    const output = await runGit(directory, ["merge-tree", "--write-tree", "--no-messages", ours, theirs]);
    return output.toString().split("\n")[0];
  } catch (error) {
    // git's word for a conflict is the exit code 1; anything above it is a mistake.
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
