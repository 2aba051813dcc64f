import type { AddCommentInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { checkCommentBody, locked } from "../errors.ts";
import { emitComment } from "../events.ts";
import { findIssue, findIssueNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { hasRole } from "../permissions.ts";
import { type Comment, type Issue, newIdentity, now } from "../state.ts";
import { renderComment } from "../views/issue.ts";
import { userFor } from "../world.ts";
import { readBody } from "./read-body.ts";

/** Comments on an issue or a pull request. */
export const addComment: Operation = {
  rest: [
    {
      scope: "repository",
      id: "issues/create-comment",
      method: "POST",
      path: "/repos/:owner/:repo/issues/:issue_number/comments",
      act: (call, repository, { parameters, body }) => {
        const issue = findIssue(repository, parameters.issue_number);
        const comment = add(call, issue, readBody(z.object({ body: z.string() }), body).body);
        return { status: 201, body: renderComment(call.world, comment) };
      },
    },
  ],
  mutations: [
    mutation<AddCommentInput>({
      field: "addComment",
      on: (call, input) => findIssueNode(call, input.subjectId).repository,
      act: (call, input) => {
        const issue = findIssueNode(call, input.subjectId);
        const comment = add(call, issue, input.body);
        const cursor = Buffer.from(String(issue.comments.length)).toString("base64");
        return {
          subject: issue,
          commentEdge: { node: comment, cursor },
          timelineEdge: { node: comment, cursor },
        };
      },
    }),
  ],
};

function add(call: Call, issue: Issue, body: string): Comment {
  if (issue.locked && !mayWrite(call, issue)) throw locked();
  checkCommentBody(body);
  const author = userFor(call.world, call.actor);
  const time = now();
  const comment: Comment = {
    ...newIdentity(call.world, "IC"),
    kind: "comment",
    issue,
    body,
    author,
    createdAt: time,
    updatedAt: time,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = time;
  call.world.nodes.set(comment.nodeId, comment);
  emitComment(call.world, comment, author, { action: "created" });
  return comment;
}

/** Whoever may write may comment on a locked issue; an App may not, whatever its permissions are. */
function mayWrite({ actor }: Call, issue: Issue): boolean {
  return actor.kind === "person" && hasRole(actor.user, issue.repository, "write");
}
