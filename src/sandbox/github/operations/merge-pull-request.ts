import type { MergePullRequestInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { ApiError, notFound } from "../errors.ts";
import { emitPull } from "../events.ts";
import { GitError } from "../git/run-git.ts";
import { type MergeMethod, type MergeWords, writeMerge } from "../merge-methods.ts";
import { findIssue, findPullNode, isPull } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { branchMoved, mergedPull } from "../refs.ts";
import type { PullRequest, User } from "../state.ts";
import { userFor } from "../world.ts";
import { readBody } from "./read-body.ts";

const Body = z
  .object({
    commit_title: z.string(),
    commit_message: z.string(),
    sha: z.string(),
    merge_method: z.enum(["merge", "squash", "rebase"]),
  })
  .partial();

type Wanted = { method: MergeMethod; words: MergeWords; expectedHead: string | undefined };

/** Merges an open pull request that is no draft. */
export const mergePullRequest: Operation = {
  rest: [
    {
      scope: "repository",
      id: "pulls/merge",
      method: "PUT",
      path: "/repos/:owner/:repo/pulls/:pull_number/merge",
      act: async (call, repository, { parameters, body }) => {
        const pull = findIssue(repository, parameters.pull_number);
        if (!isPull(pull)) throw notFound();
        const wanted = readBody(Body, body ?? {});
        const sha = await merge(call, pull, {
          method: wanted.merge_method ?? "merge",
          words: { headline: wanted.commit_title, body: wanted.commit_message },
          expectedHead: wanted.sha,
        });
        return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
      },
    },
  ],
  mutations: [
    mutation<MergePullRequestInput>({
      field: "mergePullRequest",
      on: (call, input) => findPullNode(call, input.pullRequestId).repository,
      act: async (call, input) => {
        const pull = findPullNode(call, input.pullRequestId);
        await merge(call, pull, {
          method: (input.mergeMethod ?? "MERGE").toLowerCase() as MergeMethod,
          words: { headline: input.commitHeadline ?? undefined, body: input.commitBody ?? undefined },
          expectedHead: input.expectedHeadOid ? String(input.expectedHeadOid) : undefined,
        });
        return { actor: userFor(call.world, call.actor), pullRequest: pull };
      },
    }),
  ],
};

async function merge(call: Call, pull: PullRequest, wanted: Wanted): Promise<string> {
  const merger = userFor(call.world, call.actor);
  // Public threads lindell/multi-gitter#622 (REST), ship-studio/ship-studio#482 (GraphQL).
  if (pull.state === "open" && pull.pull.draft) throw refused("Pull Request is still a draft");
  if (pull.state !== "open") throw refused("Pull Request is not mergeable");
  // Public thread dlang/dlang-bot#77.
  if (wanted.expectedHead !== undefined && wanted.expectedHead !== pull.pull.headOid) {
    throw refused("Head branch was modified. Review and try the merge again.", 409);
  }
  const ref = `refs/heads/${pull.pull.baseBranch}`;
  const base = await pull.repository.git.readRef(ref);
  if (base === undefined) throw refused("Pull Request is not mergeable");
  const tip = await writeMerge(pull, base, merger, wanted);
  // The words for a conflict of a rebase were not found; docs.github.com only says that 405 is "cannot be performed".
  if (tip === undefined) throw refused("Pull Request is not mergeable");
  await moveBase(pull, ref, tip, base);
  mergedPull(pull, { oid: tip, by: merger, base });
  await tellMerge(call, pull, merger, { ref, before: base, after: tip });
  return tip;
}

async function moveBase(pull: PullRequest, ref: string, tip: string, base: string): Promise<void> {
  try {
    await pull.repository.git.updateRef(ref, tip, base);
  } catch (error) {
    // Public thread NixOS/nixpkgs-merge-bot#179.
    if (error instanceof GitError) throw refused("Base branch was modified. Review and try the merge again.");
    throw error;
  }
}

async function tellMerge(
  call: Call,
  pull: PullRequest,
  merger: User,
  move: { ref: string; before: string; after: string },
): Promise<void> {
  const { repository } = pull;
  await branchMoved(call.world, repository, merger, move);
  emitPull(call.world, pull, merger, { action: "closed" });
  const head = `refs/heads/${pull.pull.headBranch}`;
  const before = await repository.git.readRef(head);
  if (
    !repository.autoDeleteHead ||
    before === undefined ||
    head === `refs/heads/${repository.defaultBranch}`
  ) {
    return;
  }
  await repository.git.deleteRef(head, before);
  await branchMoved(call.world, repository, merger, { ref: head, before, after: undefined });
}

function refused(message: string, status = 405): ApiError {
  return new ApiError({ status, type: "UNPROCESSABLE", message });
}
