import { z } from "zod";
import { findPull, findReviewComment } from "../nodes.ts";
import type { Call, Operation, RepositoryOperation } from "../operation.ts";
import { requireRole } from "../permissions.ts";
import { now, type Repository, type ReviewComment } from "../state.ts";
import { renderReviewComment } from "../views/review-comment.ts";
import { paginate } from "./paginate.ts";
import { placeReviewComment, ReviewPlace } from "./place-review-comment.ts";
import { readBody } from "./read-body.ts";

const pulls = "/repos/:owner/:repo/pulls";
const Text = z.object({ body: z.string().min(1) });

/** Comments on the lines that a pull request changes. */
export const reviewComments: Operation = {
  rest: [
    {
      scope: "repository",
      id: "pulls/list-review-comments",
      method: "GET",
      path: `${pulls}/:pull_number/comments`,
      act: (call, repository, { parameters, query }) => {
        const { reviewComments: all } = findPull(repository, parameters.pull_number).pull;
        return { status: 200, body: paginate(all, query).map((one) => renderReviewComment(call.world, one)) };
      },
    },
    {
      scope: "repository",
      id: "pulls/create-review-comment",
      method: "POST",
      path: `${pulls}/:pull_number/comments`,
      act: async (call, repository, { parameters, body }) => {
        const pull = findPull(repository, parameters.pull_number);
        return created(call, await placeReviewComment(call, pull, readBody(ReviewPlace, body)));
      },
    },
    {
      scope: "repository",
      id: "pulls/create-reply-for-review-comment",
      method: "POST",
      path: `${pulls}/:pull_number/comments/:comment_id/replies`,
      act: async (call, repository, { parameters, body }) => {
        const pull = findPull(repository, parameters.pull_number);
        const wanted = { ...readBody(Text, body), in_reply_to: Number(parameters.comment_id) };
        return created(call, await placeReviewComment(call, pull, wanted));
      },
    },
    ...changes(),
  ],
};

function created(call: Call, comment: ReviewComment) {
  return { status: 201, body: renderReviewComment(call.world, comment) };
}

function changes(): RepositoryOperation[] {
  const common = { scope: "repository", path: `${pulls}/comments/:comment_id` } as const;
  return [
    {
      ...common,
      id: "pulls/get-review-comment",
      method: "GET",
      act: (call, repository, { parameters }) => {
        const comment = findReviewComment(repository, parameters.comment_id);
        return { status: 200, body: renderReviewComment(call.world, comment) };
      },
    },
    {
      ...common,
      id: "pulls/update-review-comment",
      method: "PATCH",
      act: (call, repository, { parameters, body }) => {
        const comment = findOwn(call, repository, parameters.comment_id);
        comment.body = readBody(Text, body).body;
        comment.updatedAt = now();
        return { status: 200, body: renderReviewComment(call.world, comment) };
      },
    },
    {
      ...common,
      id: "pulls/delete-review-comment",
      method: "DELETE",
      act: (call, repository, { parameters }) => {
        const comment = findOwn(call, repository, parameters.comment_id);
        const { reviewComments: all } = comment.pull.pull;
        all.splice(all.indexOf(comment), 1);
        call.world.nodes.delete(comment.nodeId);
        return { status: 204 };
      },
    },
  ];
}

/** Others' words are changed by those who may write, and by an App. */
function findOwn(call: Call, repository: Repository, id: string | undefined): ReviewComment {
  const comment = findReviewComment(repository, id);
  if (call.actor.kind === "person" && call.actor.user !== comment.author) {
    requireRole(call.actor, repository, "write");
  }
  return comment;
}
