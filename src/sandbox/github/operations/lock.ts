import type { LockLockableInput, UnlockLockableInput } from "@octokit/graphql-schema";
import { emitIssue } from "../events.ts";
import { findIssue, findIssueNode } from "../nodes.ts";
import { type Call, mutation, type Operation, type RepositoryOperation } from "../operation.ts";
import { type Issue, now } from "../state.ts";
import { userFor } from "../world.ts";

const common = { scope: "repository", path: "/repos/:owner/:repo/issues/:issue_number/lock" } as const;

/** A locked conversation: nobody but those who may write can comment. */
export const lock: Operation = {
  rest: [restOperation("issues/lock", "PUT", true), restOperation("issues/unlock", "DELETE", false)],
  mutations: [
    mutation<LockLockableInput>({
      field: "lockLockable",
      on: (call, input) => findIssueNode(call, input.lockableId).repository,
      act: (call, input) => ({ lockedRecord: setLocked(call, findIssueNode(call, input.lockableId), true) }),
    }),
    mutation<UnlockLockableInput>({
      field: "unlockLockable",
      on: (call, input) => findIssueNode(call, input.lockableId).repository,
      act: (call, input) => ({
        unlockedRecord: setLocked(call, findIssueNode(call, input.lockableId), false),
      }),
    }),
  ],
};

function restOperation(id: string, method: "PUT" | "DELETE", locked: boolean): RepositoryOperation {
  return {
    ...common,
    id,
    method,
    act: (call, repository, { parameters }) => {
      setLocked(call, findIssue(repository, parameters.issue_number), locked);
      return { status: 204 };
    },
  };
}

function setLocked(call: Call, issue: Issue, locked: boolean): Issue {
  if (issue.locked === locked) return issue;
  issue.locked = locked;
  issue.updatedAt = now();
  if (!issue.pull) {
    emitIssue(call.world, locked ? "locked" : "unlocked", issue, userFor(call.world, call.actor));
  }
  return issue;
}
