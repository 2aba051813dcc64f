import { z } from "zod";
import type { Repository, Thread } from "../../ports/repository.ts";
import { failWith, type GithubClient } from "./client.ts";

const Answer = z.object({
  addComment: z
    .object({ commentEdge: z.object({ node: z.object({ id: z.string() }).nullable() }).nullable() })
    .nullish(),
  updateIssueComment: z.object({ issueComment: z.object({ id: z.string() }).nullable() }).nullish(),
});

/** 👀 on the command and a comment below it. A locked issue refuses the comment: the work goes on without. */
export async function acknowledge(
  client: GithubClient,
  thread: Thread,
  body: string,
): Promise<string | null> {
  const document = `
    mutation Acknowledge($reaction: AddReactionInput!, $comment: AddCommentInput!) {
      addReaction(input: $reaction) { clientMutationId }
      addComment(input: $comment) { commentEdge { node { id } } }
    }`;
  const task = "comment on the issue";
  const { data, problems } = await client.mutate(task, document, {
    reaction: { subjectId: thread.commentNodeId, content: "EYES" },
    comment: { subjectId: thread.issueNodeId, body },
  });
  const commentId = Answer.parse(data).addComment?.commentEdge?.node?.id ?? null;
  const isLocked = problems.some(({ message }) => /locked/i.test(message));
  return commentId ?? (isLocked ? null : failWith(task, problems));
}

/** The answer to a command, with its reaction: a new comment, or our earlier one replaced while it stands. */
export async function answer(
  client: GithubClient,
  thread: Thread,
  reply: Parameters<Repository["answer"]>[1],
): Promise<void> {
  const document = `
    mutation Answer($reaction: AddReactionInput!, $comment: AddCommentInput!, $update: UpdateIssueCommentInput!, $isNew: Boolean!, $isUpdate: Boolean!) {
      addReaction(input: $reaction) { clientMutationId }
      addComment(input: $comment) @include(if: $isNew) { commentEdge { node { id } } }
      updateIssueComment(input: $update) @include(if: $isUpdate) { issueComment { id } }
    }`;
  const task = "answer on the issue";
  const { data, problems } = await client.mutate(task, document, {
    reaction: {
      subjectId: thread.commentNodeId,
      content: reply.reaction === "rocket" ? "ROCKET" : "CONFUSED",
    },
    comment: { subjectId: thread.issueNodeId, body: reply.body },
    update: { id: reply.commentId ?? "", body: reply.body },
    isNew: reply.commentId === null,
    isUpdate: reply.commentId !== null,
  });
  const { addComment, updateIssueComment } = Answer.parse(data);
  if (addComment || updateIssueComment) return;
  const isGone = reply.commentId !== null && problems.some(({ type }) => type === "NOT_FOUND");
  // Somebody deleted our comment: what there is to say is said in a new one.
  if (isGone) return await answer(client, thread, { ...reply, commentId: null });
  failWith(task, problems);
}

const Comments = z.object({
  nodes: z.array(z.object({ id: z.string(), body: z.string(), viewerDidAuthor: z.boolean() })),
});

/** Our own comment that holds `marker`, among the newest hundred: older ones cannot be of a job that still runs. */
export async function findOwnComment(
  client: GithubClient,
  thread: Thread,
  marker: string,
): Promise<string | null> {
  const document = `
    query FindOwnComment($issue: ID!) {
      node(id: $issue) {
        ... on Issue { comments(last: 100) { nodes { id body viewerDidAuthor } } }
        ... on PullRequest { comments(last: 100) { nodes { id body viewerDidAuthor } } }
      }
    }`;
  const Found = z.object({ node: z.object({ comments: Comments }).nullable() });
  const { node } = Found.parse(
    await client.query("look for our comment", document, { issue: thread.issueNodeId }),
  );
  const own = node?.comments.nodes.find(
    ({ body, viewerDidAuthor }) => viewerDidAuthor && body.includes(marker),
  );
  return own?.id ?? null;
}
