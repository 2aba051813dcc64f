import type { PullRequest, World } from "../state.ts";
import { association, renderLabel } from "./issue.ts";
import { renderRepository } from "./repository.ts";
import { issueUrl, repositoryUrls } from "./urls.ts";
import { renderUser } from "./user.ts";

/** A pull request as REST and payloads show it. */
export function renderPullRequest(world: World, pull: PullRequest) {
  const { api } = repositoryUrls(world, pull.repository);
  const html = issueUrl(world, pull);
  const url = `${api}/pulls/${pull.number}`;
  return {
    url,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${api}/issues/${pull.number}`,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: renderUser(world, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.pull.merge?.at ?? null,
    merge_commit_sha: pull.pull.merge?.oid ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((label) => renderLabel(world, pull.repository, label)),
    milestone: null,
    draft: pull.pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    statuses_url: `${api}/statuses/${pull.pull.headOid}`,
    head: renderEnd(world, pull, pull.pull.headBranch, pull.pull.headOid),
    base: renderEnd(world, pull, pull.pull.baseBranch, pull.pull.baseOid),
    _links: renderLinks(api, html, pull),
    author_association: association(pull.repository, pull.author),
    auto_merge: null,
    active_lock_reason: null,
    merged: pull.pull.merge !== undefined,
    mergeable: null,
    rebaseable: null,
    mergeable_state: "unknown",
    merged_by: pull.pull.merge ? renderUser(world, pull.pull.merge.by) : null,
    comments: pull.comments.length,
    review_comments: pull.pull.reviewComments.length,
    maintainer_can_modify: false,
    commits: pull.pull.size.commits,
    additions: pull.pull.size.additions,
    deletions: pull.pull.size.deletions,
    changed_files: pull.pull.size.changedFiles,
  };
}

function renderEnd(world: World, pull: PullRequest, branch: string, oid: string) {
  return {
    label: `${pull.repository.owner.login}:${branch}`,
    ref: branch,
    sha: oid,
    user: renderUser(world, pull.repository.owner),
    repo: renderRepository(world, pull.repository),
  };
}

function renderLinks(api: string, html: string, pull: PullRequest) {
  const url = `${api}/pulls/${pull.number}`;
  const links = {
    self: url,
    html,
    issue: `${api}/issues/${pull.number}`,
    comments: `${api}/issues/${pull.number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${pull.pull.headOid}`,
  };
  return Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }]));
}
