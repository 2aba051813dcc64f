import type { CreateCommitOnBranchInput } from "@octokit/graphql-schema";
import { notAccessible, notFound, staleHead, unprocessable } from "../errors.ts";
import { GitError } from "../git/run-git.ts";
import type { FileAddition } from "../git/write-commit.ts";
import { findRefNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { requireUnprotected } from "../protected-branches.ts";
import { branchMoved } from "../refs.ts";
import { now, type Repository } from "../state.ts";
import { authorSignature, userFor, visibleRepository } from "../world.ts";

/** Commits to a branch that is still where the caller saw it. The credential's owner is the author, as on github.com. */
export const createCommit: Operation = {
  mutations: [
    mutation<CreateCommitOnBranchInput>({
      field: "createCommitOnBranch",
      on: (call, input) => findBranch(call, input).repository,
      act: async (call, input, repository) => {
        const ref = findBranch(call, input).name;
        const before = await repository.git.readRef(ref);
        if (before === undefined) throw notFound(`Could not resolve to a Ref with the name '${ref}'`);
        if (before !== input.expectedHeadOid) throw staleHead(input.expectedHeadOid);
        requireUnprotected(repository, ref);
        const oid = await write(call, input, repository, before);
        await move(repository, ref, oid, before);
        const sender = userFor(call.world, call.actor);
        await branchMoved(call.world, repository, sender, { ref, before, after: oid });
        const object = await repository.git.read(oid);
        return {
          ref: { kind: "ref", repository, name: ref, oid },
          commit: { kind: "git", repository, object },
        };
      },
    }),
  ],
};

function findBranch(
  call: Call,
  { branch }: CreateCommitOnBranchInput,
): { repository: Repository; name: string } {
  if (branch.id) return findRefNode(call, branch.id);
  const [owner = "", name = ""] = (branch.repositoryNameWithOwner ?? "").split("/");
  const repository = visibleRepository(call.world, call.actor, owner, name);
  return { repository, name: `refs/heads/${(branch.branchName ?? "").replace(/^refs\/heads\//, "")}` };
}

async function write(
  call: Call,
  input: CreateCommitOnBranchInput,
  repository: Repository,
  parent: string,
): Promise<string> {
  const { headline, body } = input.message;
  const deletions = (input.fileChanges?.deletions ?? []).map((one) => one.path);
  const added = input.fileChanges?.additions ?? [];
  checkWorkflows(call, [...deletions, ...added.map((one) => one.path)]);
  for (const path of deletions) {
    if (await repository.git.entryAt(parent, path)) continue;
    throw notFound(`A path was requested for deletion which does not exist as of commit oid \`${parent}\``);
  }
  const additions = await Promise.all(
    added.map(async ({ path, contents }): Promise<FileAddition> => {
      const known = await repository.git.entryAt(parent, path);
      return {
        path,
        mode: known?.mode === "100755" ? "100755" : "100644",
        content: Buffer.from(contents, "base64"),
      };
    }),
  );
  const author = { ...authorSignature(userFor(call.world, call.actor)), date: now() };
  const committer = { name: "GitHub", email: "noreply@github.com", date: author.date };
  const message = body ? `${headline}\n\n${body}\n` : `${headline}\n`;
  try {
    return await repository.git.writeCommit({ parent, additions, deletions, message, author, committer });
  } catch (error) {
    if (error instanceof GitError) throw unprocessable("A path was requested which is not valid");
    throw error;
  }
}

/** Files under `.github/workflows` need a permission of their own (public thread kong-operator#4536). */
function checkWorkflows(call: Call, paths: readonly string[]): void {
  if (call.actor.kind !== "installation" || call.actor.permissions.workflows === "write") return;
  if (paths.some((path) => path.startsWith(".github/workflows/"))) throw notAccessible();
}

async function move(repository: Repository, ref: string, oid: string, before: string): Promise<void> {
  try {
    await repository.git.updateRef(ref, oid, before);
  } catch (error) {
    // Somebody moved the branch between our look and our write.
    if (error instanceof GitError) throw staleHead(before);
    throw error;
  }
}
