import type { DeleteIssueCommentInput } from "@octokit/graphql-schema";
import { emitComment } from "../events.ts";
import { findComment, findCommentNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { requireRole } from "../permissions.ts";
import type { Comment } from "../state.ts";
import { userFor } from "../world.ts";

/** Takes a comment away. */
export const deleteComment: Operation = {
  rest: [
    {
      scope: "repository",
      id: "issues/delete-comment",
      method: "DELETE",
      path: "/repos/:owner/:repo/issues/comments/:comment_id",
      act: (call, repository, { parameters }) => {
        remove(call, findComment(repository, parameters.comment_id));
        return { status: 204 };
      },
    },
  ],
  mutations: [
    mutation<DeleteIssueCommentInput>({
      field: "deleteIssueComment",
      on: (call, input) => findCommentNode(call, input.id).issue.repository,
      act: (call, input) => {
        remove(call, findCommentNode(call, input.id));
        return {};
      },
    }),
  ],
};

function remove(call: Call, comment: Comment): void {
  const { issue } = comment;
  if (call.actor.kind === "person" && call.actor.user !== comment.author) {
    requireRole(call.actor, issue.repository, "write");
  }
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  call.world.nodes.delete(comment.nodeId);
  emitComment(call.world, comment, userFor(call.world, call.actor), { action: "deleted" });
}
