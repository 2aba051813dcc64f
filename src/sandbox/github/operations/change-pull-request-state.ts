import type {
  ConvertPullRequestToDraftInput,
  MarkPullRequestReadyForReviewInput,
  ReopenPullRequestInput,
} from "@octokit/graphql-schema";
import { unprocessable } from "../errors.ts";
import { emitPull } from "../events.ts";
import { findPullNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { reopenPull } from "../refs.ts";
import { now, type PullRequest } from "../state.ts";
import { userFor } from "../world.ts";

/** Draft, ready and open again: what REST cannot say of a pull request, or says by `state`. */
export const changePullRequestState: Operation = {
  mutations: [
    mutation<MarkPullRequestReadyForReviewInput>({
      field: "markPullRequestReadyForReview",
      on: (call, input) => findPullNode(call, input.pullRequestId).repository,
      act: (call, input) => setDraft(call, findPullNode(call, input.pullRequestId), false),
    }),
    mutation<ConvertPullRequestToDraftInput>({
      field: "convertPullRequestToDraft",
      on: (call, input) => findPullNode(call, input.pullRequestId).repository,
      act: (call, input) => setDraft(call, findPullNode(call, input.pullRequestId), true),
    }),
    mutation<ReopenPullRequestInput>({
      field: "reopenPullRequest",
      on: (call, input) => findPullNode(call, input.pullRequestId).repository,
      act: async (call, input) => {
        const pull = findPullNode(call, input.pullRequestId);
        await reopenPull(call.world, pull, userFor(call.world, call.actor));
        return { pullRequest: pull };
      },
    }),
  ],
};

/** Saying what is so already changes nothing and tells nobody. */
function setDraft(call: Call, pull: PullRequest, draft: boolean): { pullRequest: PullRequest } {
  if (draft && !pull.repository.drafts) {
    throw unprocessable("Draft pull requests are not supported in this repository.");
  }
  if (pull.pull.draft === draft) return { pullRequest: pull };
  pull.pull.draft = draft;
  pull.updatedAt = now();
  const action = draft ? "converted_to_draft" : "ready_for_review";
  emitPull(call.world, pull, userFor(call.world, call.actor), { action });
  return { pullRequest: pull };
}
