import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type ChangedFile, listChangedFiles } from "./changed-files.ts";
import { type CommitPaths, listPaths } from "./list-paths.ts";
import { measureChanges } from "./measure-changes.ts";
import { type CommitOfTree, commitTree, mergeTrees } from "./merge-trees.ts";
import { type CommitContent, parseCommit, parseTree, type TreeEntry } from "./parse-objects.ts";
import { type Hunk, readHunks } from "./read-hunks.ts";
import { openObjectReader, type StoredObject } from "./read-objects.ts";
import { GitError, runGit } from "./run-git.ts";
import { type CommitToWrite, writeCommit } from "./write-commit.ts";

export type GitRef = { name: string; oid: string };

/** One bare repository on disk. Refs are full names such as `refs/heads/main`. */
export type GitRepository = {
  readonly directory: string;
  read(expression: string): Promise<StoredObject | undefined>;
  readCommit(oid: string): Promise<CommitContent | undefined>;
  readTree(oid: string): Promise<readonly TreeEntry[]>;
  /** The entry at a path of a commit, found by walking the trees, so that its mode is known. */
  entryAt(commitOid: string, path: string): Promise<TreeEntry | undefined>;
  readRef(name: string): Promise<string | undefined>;
  listRefs(prefix: string): Promise<GitRef[]>;
  /** Moves a ref only if it still stands at `oldOid` (undefined: must not exist). Throws `GitError` otherwise. */
  updateRef(name: string, newOid: string, oldOid: string | undefined): Promise<void>;
  deleteRef(name: string, oldOid: string): Promise<void>;
  writeCommit(commit: CommitToWrite): Promise<string>;
  /** Whether two commits have one in common that both grew from. */
  haveCommonHistory(one: string, other: string): Promise<boolean>;
  /** How many commits `head` has that `base` has not. */
  countCommits(base: string, head: string): Promise<number>;
  /** Those commits, oldest first. */
  listCommits(base: string, head: string): Promise<string[]>;
  /** What `head` changed since it left `base`. */
  changedFiles(base: string, head: string): Promise<ChangedFile[]>;
  /** How much that is. */
  measureChanges: (base: string, head: string) => ReturnType<typeof measureChanges>;
  /** The lines of one file that `head` changed since it left `base`. */
  hunks(ends: { base: string; head: string; path: string }): Promise<Hunk[]>;
  /** What one commit touched. */
  listPaths(oid: string): Promise<CommitPaths>;
  /** The tree that merging two commits gives; undefined when they conflict. */
  mergeTrees(ours: string, theirs: string): Promise<string | undefined>;
  commitTree(commit: CommitOfTree): Promise<string>;
  close(): Promise<void>;
};

const noObject = "0".repeat(40);

/** Makes an empty bare repository in a folder of its own; refuses one that is there, because nothing else of it is known. */
export async function createGitRepository(directory: string, defaultBranch: string): Promise<GitRepository> {
  await mkdir(dirname(directory), { recursive: true });
  await mkdir(directory);
  await runGit(directory, ["init", "--bare", "--quiet", "--template=", `--initial-branch=${defaultBranch}`]);
  return openGitRepository(directory);
}

function openGitRepository(directory: string): GitRepository {
  const objects = openObjectReader(directory);
  const run = (...args: string[]) => runGit(directory, args);
  const readTree = async (oid: string) => {
    const tree = await objects.read(oid);
    return tree?.type === "tree" ? parseTree(tree.content) : [];
  };
  const readCommit = async (oid: string) => {
    const commit = await objects.read(oid);
    return commit?.type === "commit" ? parseCommit(commit.content) : undefined;
  };
  return {
    directory,
    read: (expression) => objects.read(expression),
    readCommit,
    readTree,
    entryAt: async (commitOid, path) => {
      const commit = await readCommit(commitOid);
      return commit ? findEntry(commit.tree, path, readTree) : undefined;
    },
    readRef: (name) => readRef(directory, name),
    listRefs: async (prefix) => {
      const lines = (await run("for-each-ref", "--format=%(objectname) %(refname)")).toString().split("\n");
      const refs = lines.filter(Boolean).map((line) => ({ oid: line.slice(0, 40), name: line.slice(41) }));
      return refs.filter((ref) => ref.name.startsWith(prefix));
    },
    updateRef: async (name, newOid, oldOid) => {
      await run("update-ref", name, newOid, oldOid ?? noObject);
    },
    deleteRef: async (name, oldOid) => {
      await run("update-ref", "-d", name, oldOid);
    },
    writeCommit: (commit) => writeCommit(directory, commit),
    listCommits: async (base, head) =>
      (await run("rev-list", "--reverse", "--topo-order", `${base}..${head}`))
        .toString()
        .split("\n")
        .filter(Boolean),
    haveCommonHistory: async (one, other) => {
      const found = await run("merge-base", one, other).catch((error: unknown) => {
        // git's word for none is the exit code 1; anything above it is a mistake.
        if (error instanceof GitError && error.exitCode === 1) return undefined;
        throw error;
      });
      return found !== undefined;
    },
    countCommits: async (base, head) => Number(await run("rev-list", "--count", `${base}..${head}`)),
    changedFiles: (base, head) => listChangedFiles(directory, base, head),
    measureChanges: (base, head) => measureChanges(directory, base, head),
    hunks: (ends) => readHunks(directory, ends),
    listPaths: (oid) => listPaths(directory, oid),
    mergeTrees: (ours, theirs) => mergeTrees(directory, ours, theirs),
    commitTree: (commit) => commitTree(directory, commit),
    close: () => objects.close(),
  };
}

async function readRef(directory: string, name: string): Promise<string | undefined> {
  try {
    return (await runGit(directory, ["show-ref", "--verify", "--hash", "--", name])).toString().trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

async function findEntry(
  treeOid: string,
  path: string,
  readTree: (oid: string) => Promise<readonly TreeEntry[]>,
): Promise<TreeEntry | undefined> {
  const [first = "", ...rest] = path.split("/");
  const entry = (await readTree(treeOid)).find((one) => one.name === first);
  if (entry === undefined || rest.length === 0) return entry;
  return entry.type === "tree" ? findEntry(entry.oid, rest.join("/"), readTree) : undefined;
}
