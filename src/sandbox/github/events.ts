import type { Comment, Issue, Label, PullRequest, Repository, User, World } from "./state.ts";
import { renderComment, renderIssue, renderLabel } from "./views/issue.ts";
import { renderPullRequest } from "./views/pull-request.ts";
import { repositoryUrls } from "./views/urls.ts";
import { renderCommitter } from "./views/user.ts";

/** `issues`: opened and the like. */
export function emitIssue(world: World, action: "opened", issue: Issue, sender: User): void {
  emit(world, "issues", issue.repository, sender, { action, issue: renderIssue(world, issue) });
}

/** `issue_comment`, for pull requests too: only `issue.pull_request` tells them apart. */
export function emitComment(
  world: World,
  comment: Comment,
  sender: User,
  change: { action: "created" } | { action: "edited"; changes: { body: { from: string } } },
): void {
  const issue = renderIssue(world, comment.issue);
  emit(world, "issue_comment", comment.issue.repository, sender, {
    ...change,
    issue,
    comment: renderComment(world, comment),
  });
}

type PullChange =
  | { action: "opened" | "closed" | "reopened" | "ready_for_review" | "converted_to_draft" }
  | { action: "edited"; changes: Record<string, unknown> }
  | { action: "synchronize"; before: string; after: string };

export function emitPull(world: World, pull: PullRequest, sender: User, change: PullChange): void {
  emit(world, "pull_request", pull.repository, sender, {
    ...change,
    number: pull.number,
    pull_request: renderPullRequest(world, pull),
  });
}

export function emitPullLabeled(world: World, pull: PullRequest, label: Label, sender: User): void {
  emit(world, "pull_request", pull.repository, sender, {
    action: "labeled",
    number: pull.number,
    label: renderLabel(world, pull.repository, label),
    pull_request: renderPullRequest(world, pull),
  });
}

const noObject = "0".repeat(40);

/** `push`: a ref was made, moved or deleted. */
export async function emitPush(
  world: World,
  repository: Repository,
  sender: User,
  move: { ref: string; before: string | undefined; after: string | undefined },
): Promise<void> {
  const { ref, before, after } = move;
  const head = after === undefined ? null : await renderCommit(world, repository, after);
  const commits =
    before === undefined || after === undefined ? [] : await listPushed(world, repository, before, after);
  emit(world, "push", repository, sender, {
    ref,
    before: before ?? noObject,
    after: after ?? noObject,
    base_ref: null,
    created: before === undefined,
    deleted: after === undefined,
    forced:
      before !== undefined && after !== undefined && (await repository.git.countCommits(after, before)) > 0,
    compare: `${world.url}/${repository.owner.login}/${repository.name}/compare/${before}...${after}`,
    commits,
    head_commit: head,
    pusher: { name: sender.login, email: renderCommitter(sender).email },
  });
}

/** A push's list ends with its newest commit and holds at most 2,048 (docs.github.com, "Webhook events and payloads"). */
async function listPushed(world: World, repository: Repository, before: string, after: string) {
  const oids = await repository.git.listCommits(before, after);
  return await Promise.all(oids.slice(0, 2_048).map((oid) => renderCommit(world, repository, oid)));
}

async function renderCommit(world: World, repository: Repository, oid: string) {
  const commit = await repository.git.readCommit(oid);
  if (!commit) return null;
  const { name, email } = commit.author;
  return {
    id: oid,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message.trimEnd(),
    timestamp: commit.author.date,
    url: `${repositoryUrls(world, repository).html}/commit/${oid}`,
    author: { name, email, username: name },
    committer: { name: commit.committer.name, email: commit.committer.email },
    ...(await repository.git.listPaths(oid)),
  };
}

/** The App was installed, or got one repository more; and the repository came to be. */
export function emitRepositoryCreated(
  world: World,
  repository: Repository,
  installationIsFresh: boolean,
): void {
  const { owner } = repository;
  emit(world, "repository", repository, owner, { action: "created" });
  if (installationIsFresh) {
    emitInstallation(world, owner);
    return;
  }
  const payload = {
    action: "added",
    repository_selection: "all",
    repositories_added: [listRepository(repository)],
    repositories_removed: [],
  };
  world.emit({
    name: "installation_repositories",
    repository: undefined,
    owner,
    sender: owner,
    payload: { ...payload, requester: null },
  });
}

/** `installation`: the App was installed for an account, on all of its repositories. */
export function emitInstallation(world: World, owner: User): void {
  emitInstallationChange(world, owner, "created");
}

/** `installation`: it came, went, or was suspended. */
export function emitInstallationChange(
  world: World,
  owner: User,
  action: "created" | "deleted" | "suspend" | "unsuspend",
): void {
  const repositories = world.repositories.filter((one) => one.owner === owner).map(listRepository);
  const payload = { action, repositories, requester: null };
  world.emit({ name: "installation", repository: undefined, owner, sender: owner, payload });
}

/** `repository`: its name, its owner or what may be done with it is another. */
export function emitRepositoryChange(
  world: World,
  repository: Repository,
  change: { action: "renamed" | "transferred" | "archived" | "unarchived"; changes?: unknown },
): void {
  emit(world, "repository", repository, repository.owner, change);
}

function listRepository({ id, nodeId, name, owner, private: isPrivate }: Repository) {
  return { id, node_id: nodeId, name, full_name: `${owner.login}/${name}`, private: isPrivate };
}

function emit(
  world: World,
  name: string,
  repository: Repository,
  sender: User,
  payload: Record<string, unknown>,
): void {
  world.emit({ name, repository, owner: repository.owner, sender, payload });
}
