import type { Comment, Issue, Label, Repository, User, World } from "../state.ts";
import { renderApp } from "./app.ts";
import { renderReactionCounts } from "./reactions.ts";
import { issueUrl, repositoryUrls } from "./urls.ts";
import { renderUser } from "./user.ts";

/** An issue, or a pull request seen as one; only then it has `pull_request` (and nothing in it says where its head lies). */
export function renderIssue(world: World, issue: Issue) {
  const { api } = repositoryUrls(world, issue.repository);
  const url = `${api}/issues/${issue.number}`;
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issueUrl(world, issue),
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: renderUser(world, issue.author),
    labels: issue.labels.map((label) => renderLabel(world, issue.repository, label)),
    state: issue.state,
    locked: issue.locked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(issue.repository, issue.author),
    active_lock_reason: null,
    ...(issue.pull ? { draft: issue.pull.draft, pull_request: renderPullLinks(world, issue) } : {}),
    body: issue.body,
    reactions: renderReactionCounts(issue.reactions, `${url}/reactions`),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: viaApp(world, issue.author),
    state_reason: null,
  };
}

/** An issue as it is shown when it is asked for alone. */
export function renderFullIssue(world: World, issue: Issue) {
  const { closedBy = null } = issue.pull ?? {};
  return { ...renderIssue(world, issue), closed_by: closedBy && renderUser(world, closedBy) };
}

function renderPullLinks(world: World, issue: Issue) {
  const html = issueUrl(world, issue);
  const url = `${repositoryUrls(world, issue.repository).api}/pulls/${issue.number}`;
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: issue.pull?.merge?.at ?? null,
  };
}

export function renderComment(world: World, comment: Comment) {
  const { api } = repositoryUrls(world, comment.issue.repository);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${issueUrl(world, comment.issue)}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: renderUser(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(comment.issue.repository, comment.author),
    body: comment.body,
    reactions: renderReactionCounts(comment.reactions, `${url}/reactions`),
    performed_via_github_app: viaApp(world, comment.author),
  };
}

export function renderLabel(world: World, repository: Repository, label: Label) {
  const url = `${repositoryUrls(world, repository).api}/labels/${encodeURIComponent(label.name)}`;
  const { id, nodeId, name, color, description } = label;
  return { id, node_id: nodeId, url, name, color, default: false, description };
}

function viaApp(world: World, author: User) {
  return author.type === "Bot" ? renderApp(world) : null;
}

/** GitHub computes this without looking at who may write, so nothing should rest on it (public thread rust-lang/triagebot#2094). */
export function association(repository: Repository, author: User): string {
  if (author === repository.owner) return "OWNER";
  return repository.collaborators.has(author.login.toLowerCase()) ? "COLLABORATOR" : "NONE";
}
