import { z } from "zod";
import { ApiError, validationFailed } from "../errors.ts";
import type { Hunk } from "../git/read-hunks.ts";
import { findReviewComment } from "../nodes.ts";
import type { Call } from "../operation.ts";
import { newIdentity, now, type PullRequest, type ReviewComment } from "../state.ts";
import { userFor } from "../world.ts";

/** Where a comment is to stand: a line of a file, a whole file, or below another comment. */
export const ReviewPlace = z.union([
  z.object({
    body: z.string().min(1),
    commit_id: z.string(),
    path: z.string(),
    subject_type: z.enum(["line", "file"]).default("line"),
    line: z.number().int().positive().optional(),
    start_line: z.number().int().positive().optional(),
    side: z.enum(["LEFT", "RIGHT"]).default("RIGHT"),
  }),
  z.object({ body: z.string().min(1), in_reply_to: z.number() }),
]);

type Place = Pick<ReviewComment, "path" | "line" | "startLine" | "side" | "diffHunk" | "commitOid">;

/** Puts a comment on a pull request; refuses a place that is not part of what it changes. */
export async function placeReviewComment(
  call: Call,
  pull: PullRequest,
  wanted: z.infer<typeof ReviewPlace>,
): Promise<ReviewComment> {
  const earlier =
    "in_reply_to" in wanted ? findReviewComment(pull.repository, String(wanted.in_reply_to)) : undefined;
  const place = "in_reply_to" in wanted ? placeOf(earlier) : await findPlace(pull, wanted);
  const time = now();
  const comment: ReviewComment = {
    ...newIdentity(call.world, "PRRC"),
    ...place,
    kind: "review-comment",
    pull,
    // A comment of its own is a review of its own (`@octokit/openapi`, "Create a review comment").
    reviewId: newIdentity(call.world, "PRR").id,
    body: wanted.body,
    inReplyToId: earlier?.id,
    author: userFor(call.world, call.actor),
    createdAt: time,
    updatedAt: time,
    reactions: [],
  };
  pull.pull.reviewComments.push(comment);
  call.world.nodes.set(comment.nodeId, comment);
  return comment;
}

function placeOf(comment: ReviewComment | undefined): Place {
  if (!comment) throw new Error("An answer needs something to answer");
  const { path, line, startLine, side, diffHunk, commitOid } = comment;
  return { path, line, startLine, side, diffHunk, commitOid };
}

type WantedPlace = Exclude<z.infer<typeof ReviewPlace>, { in_reply_to: number }>;

async function findPlace(pull: PullRequest, wanted: WantedPlace): Promise<Place> {
  const { path, side, line, start_line: startLine } = wanted;
  if (!(await pull.repository.git.readCommit(wanted.commit_id))) {
    throw refuse("commit_id", "commit_id is not part of the pull request");
  }
  const ends = { base: pull.pull.baseOid, head: wanted.commit_id, path };
  const hunks = await pull.repository.git.hunks(ends);
  const common = { path, side, commitOid: wanted.commit_id };
  if (wanted.subject_type === "file") {
    const files = await pull.repository.git.changedFiles(ends.base, ends.head);
    if (!files.some((one) => one.path === path)) throw refuse("path", "path could not be resolved");
    return { ...common, line: null, startLine: null, diffHunk: hunks[0]?.text ?? "" };
  }
  const hunk = hunks.find((one) => line !== undefined && shows(one, side, line));
  if (line === undefined || !hunk) throw outsideOfDiff();
  if (startLine !== undefined && !shows(hunk, side, startLine)) throw outsideOfDiff();
  return { ...common, line, startLine: startLine ?? null, diffHunk: hunk.text };
}

function shows(hunk: Hunk, side: "LEFT" | "RIGHT", line: number): boolean {
  const { start, count } = side === "LEFT" ? hunk.left : hunk.right;
  return line >= start && line < start + count;
}

/** Public threads QwenLM/qwen-code#6711 and jenkinsci/pipeline-github-plugin#106. */
function outsideOfDiff(): ApiError {
  const resource = "PullRequestReviewComment";
  const field = "pull_request_review_thread.line";
  const message = `${field} must be part of the diff`;
  return new ApiError({
    status: 422,
    type: "UNPROCESSABLE",
    message,
    restMessage: "Validation Failed",
    errors: [
      { resource, code: "custom", field, message },
      { resource, code: "missing_field", field: "pull_request_review_thread.diff_hunk" },
    ],
  });
}

function refuse(field: string, message: string): ApiError {
  return validationFailed(message, { resource: "PullRequestReviewComment", code: "custom", field, message });
}
