import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Signature } from "./parse-objects.ts";
import { runGit } from "./run-git.ts";

/** A file to put at a path; `oid` stands for the content when it is a submodule's commit. */
export type FileAddition =
  | { path: string; mode: string; content: Buffer }
  | { path: string; mode: "160000"; oid: string };

export type CommitToWrite = {
  parent: string | undefined;
  additions: readonly FileAddition[];
  deletions: readonly string[];
  message: string;
  author: Signature;
  committer: Signature;
};

const noObject = "0".repeat(40);

/** Writes blobs, tree and commit, moves no ref, and returns the commit's oid. Throws `GitError` on a path that git refuses. */
export async function writeCommit(directory: string, commit: CommitToWrite): Promise<string> {
  const workshop = join(directory, "sandbox", randomUUID());
  await mkdir(workshop, { recursive: true });
  try {
    const oids = await writeBlobs(directory, workshop, commit.additions);
    const tree = await writeTree(directory, workshop, commit, oids);
    const parents = commit.parent === undefined ? [] : ["-p", commit.parent];
    const written = await runGit(directory, ["commit-tree", tree, ...parents, "-F", "-"], {
      input: commit.message,
      env: {
        ...signatureEnvironment("AUTHOR", commit.author),
        ...signatureEnvironment("COMMITTER", commit.committer),
      },
    });
    return written.toString().trim();
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** One process for all blobs: a repository is seeded with hundreds of files at once. */
async function writeBlobs(
  directory: string,
  workshop: string,
  additions: readonly FileAddition[],
): Promise<string[]> {
  const paths = await Promise.all(
    additions.map(async (addition, index) => {
      const path = join(workshop, `blob-${index}`);
      await writeFile(path, "content" in addition ? addition.content : "");
      return path;
    }),
  );
  if (paths.length === 0) return [];
  const input = `${paths.join("\n")}\n`;
  const output = await runGit(directory, ["hash-object", "-w", "--no-filters", "--stdin-paths"], { input });
  const oids = output.toString().trim().split("\n");
  return additions.map((addition, index) => ("oid" in addition ? addition.oid : (oids[index] ?? "")));
}

async function writeTree(
  directory: string,
  workshop: string,
  commit: CommitToWrite,
  oids: readonly string[],
): Promise<string> {
  const env = { GIT_INDEX_FILE: join(workshop, "index") };
  if (commit.parent !== undefined) await runGit(directory, ["read-tree", commit.parent], { env });
  const lines = [
    ...commit.deletions.map((path) => `0 ${noObject}\t${path}\0`),
    ...commit.additions.map((addition, index) => `${addition.mode} ${oids[index]}\t${addition.path}\0`),
  ];
  await runGit(directory, ["update-index", "--add", "--replace", "-z", "--index-info"], {
    env,
    input: lines.join(""),
  });
  return (await runGit(directory, ["write-tree"], { env })).toString().trim();
}

function signatureEnvironment(who: "AUTHOR" | "COMMITTER", signature: Signature): NodeJS.ProcessEnv {
  return {
    [`GIT_${who}_NAME`]: signature.name,
    [`GIT_${who}_EMAIL`]: signature.email,
    [`GIT_${who}_DATE`]: signature.date,
  };
}
