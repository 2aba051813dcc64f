import type { UpdateIssueCommentInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { checkCommentBody } from "../errors.ts";
import { emitComment } from "../events.ts";
import { findComment, findCommentNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { requireRole } from "../permissions.ts";
import { type Comment, now } from "../state.ts";
import { renderComment } from "../views/issue.ts";
import { userFor } from "../world.ts";
import { readBody } from "./read-body.ts";

/** Changes the text of a comment. */
export const updateComment: Operation = {
  rest: [
    {
      scope: "repository",
      id: "issues/update-comment",
      method: "PATCH",
      path: "/repos/:owner/:repo/issues/comments/:comment_id",
      act: (call, repository, { parameters, body }) => {
        const comment = findComment(repository, parameters.comment_id);
        update(call, comment, readBody(z.object({ body: z.string() }), body).body);
        return { status: 200, body: renderComment(call.world, comment) };
      },
    },
  ],
  mutations: [
    mutation<UpdateIssueCommentInput>({
      field: "updateIssueComment",
      on: (call, input) => findCommentNode(call, input.id).issue.repository,
      act: (call, input) => {
        const comment = findCommentNode(call, input.id);
        update(call, comment, input.body);
        return { issueComment: comment };
      },
    }),
  ],
};

function update(call: Call, comment: Comment, body: string): void {
  const { actor } = call;
  // Others' words may be changed by those who may write, and by an App.
  if (actor.kind === "person" && actor.user !== comment.author) {
    requireRole(actor, comment.issue.repository, "write");
  }
  checkCommentBody(body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = now();
  emitComment(call.world, comment, userFor(call.world, call.actor), {
    action: "edited",
    changes: { body: { from } },
  });
}
