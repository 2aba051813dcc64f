import type { ChecksOutcome } from "../../ports/check-runs.ts";
import type { Repository } from "../../ports/repository.ts";
import { planChecks, settleChecks } from "./check-runs.ts";
import { failIfPassing, type GithubClient } from "./client.ts";

/**
 * Label, closing comment, 🚀 and check runs. What a person took away in the meantime (the label, our comment) is no
 * failure: the pull request stands. What may go well later is. Without the right to make check runs all else is done.
 */
export async function finish(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  request: Parameters<Repository["finish"]>[0],
): Promise<ChecksOutcome> {
  const { thread, commentId, body, pullRequestNodeId, labelId, checks } = request;
  const planned = checks && (await planChecks(client, place, checks));
  const document = `
    mutation Finish($labels: AddLabelsToLabelableInput!, $update: UpdateIssueCommentInput!, $reaction: AddReactionInput!, $hasLabel: Boolean!, $hasComment: Boolean!, ${planned?.parameters ?? ""}) {
      addLabelsToLabelable(input: $labels) @include(if: $hasLabel) { clientMutationId }
      updateIssueComment(input: $update) @include(if: $hasComment) { issueComment { id } }
      addReaction(input: $reaction) { clientMutationId }
      ${planned?.fields ?? ""}
    }`;
  const task = "finish the draft";
  const answered = await client.mutate(task, document, {
    hasLabel: labelId !== null,
    hasComment: commentId !== null,
    labels: { labelableId: pullRequestNodeId, labelIds: labelId === null ? [] : [labelId] },
    update: { id: commentId ?? "", body },
    reaction: { subjectId: thread.commentNodeId, content: "ROCKET" },
    ...planned?.variables,
  });
  failIfPassing(task, answered.problems);
  if (planned) return await settleChecks(client, planned, answered);
  return checks ? "forbidden" : "posted";
}
