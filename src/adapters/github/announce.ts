import type { Repository } from "../../ports/repository.ts";
import { failWith, type GithubClient } from "./client.ts";

/** The same comment in several places; see the port. */
export async function announce(
  client: GithubClient,
  request: Parameters<Repository["announce"]>[0],
): Promise<void> {
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
  // A locked issue is no failure; nothing said at all is one.
  const said =
    typeof data === "object" &&
    data !== null &&
    Object.entries(data).some(([key, value]) => key.startsWith("comment") && value !== null);
  if (!said) failWith(task, problems);
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
