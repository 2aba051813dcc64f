import type { ReviewComment, World } from "../state.ts";
import { association } from "./issue.ts";
import { renderReactionCounts } from "./reactions.ts";
import { issueUrl, repositoryUrls } from "./urls.ts";
import { renderUser } from "./user.ts";

/** A comment on a line of a pull request as REST shows it. */
export function renderReviewComment(world: World, comment: ReviewComment) {
  const { pull } = comment;
  const { api } = repositoryUrls(world, pull.repository);
  const url = `${api}/pulls/comments/${comment.id}`;
  const html = `${issueUrl(world, pull)}#discussion_r${comment.id}`;
  const pullUrl = `${api}/pulls/${pull.number}`;
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: comment.commitOid,
    original_commit_id: comment.commitOid,
    user: renderUser(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: association(pull.repository, comment.author),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pullUrl } },
    reactions: renderReactionCounts(comment.reactions, `${url}/reactions`),
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startLine === null ? null : comment.side,
    ...(comment.line === null ? {} : { line: comment.line, original_line: comment.line }),
    side: comment.side,
    subject_type: comment.line === null ? "file" : "line",
    ...(comment.inReplyToId === undefined ? {} : { in_reply_to_id: comment.inReplyToId }),
  };
}
