import type { Announced, Repository } from "../../ports/repository.ts";
import { failWith, type GithubClient } from "./client.ts";
import { isLimit, isPassing, longestWait } from "./fail.ts";

/** The same comment in several places; see the port. A limit can refuse one of them and let the others be: which is known by its key in the answer. */
export async function announce(
  client: GithubClient,
  request: Parameters<Repository["announce"]>[0],
): Promise<Announced> {
  const { nodeIds, body } = request;
  const parameters = nodeIds.map((_, index) => `$comment${index}: AddCommentInput!`).join(", ");
  const comments = nodeIds
    .map((_, index) => `comment${index}: addComment(input: $comment${index}) { clientMutationId }`)
    .join("\n");
  const document = `
    mutation Announce(${parameters}) {
      ${comments}
    }`;
  const task = "say what became of the pull request";
  const { data, problems } = await client.mutate(task, document, {
    ...Object.fromEntries(nodeIds.map((subjectId, index) => [`comment${index}`, { subjectId, body }])),
  });
  const isPassed = (key: string) => problems.some((one) => one.path?.[0] === key && isPassing(one));
  const left = nodeIds.filter((_, index) => isPassed(`comment${index}`));
  // A locked issue is no failure; nothing said at all is one.
  const isSaid =
    typeof data === "object" &&
    data !== null &&
    Object.entries(data).some(([key, value]) => key.startsWith("comment") && value !== null);
  if (!isSaid && nodeIds.length > 0) failWith(task, problems);
  const waits = problems.filter(isLimit);
  return { left, retryAfterMs: waits.length > 0 ? longestWait(waits) : null };
}

/** Our comment replaced, or a new one; see the port. */
export async function comment(
  client: GithubClient,
  request: Parameters<Repository["comment"]>[0],
): Promise<void> {
  const { nodeId, commentId, body } = request;
  const document = `
    mutation Comment($add: AddCommentInput!, $update: UpdateIssueCommentInput!, $isNew: Boolean!, $isUpdate: Boolean!) {
      addComment(input: $add) @include(if: $isNew) { clientMutationId }
      updateIssueComment(input: $update) @include(if: $isUpdate) { clientMutationId }
    }`;
  const task = "comment on the pull request";
  const { problems } = await client.mutate(task, document, {
    add: { subjectId: nodeId, body },
    update: { id: commentId ?? "", body },
    isNew: commentId === null,
    isUpdate: commentId !== null,
  });
  if (problems.length > 0) failWith(task, problems);
}
