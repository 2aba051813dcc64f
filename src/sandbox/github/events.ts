import { isPull } from "./nodes.ts";
import { isInstalledOn } from "./permissions.ts";
import type { Comment, Issue, Label, PullRequest, Repository, User, World } from "./state.ts";
import { renderComment, renderIssue, renderLabel } from "./views/issue.ts";
import { renderPullRequest } from "./views/pull-request.ts";
import { repositoryUrls } from "./views/urls.ts";
import { renderCommitter } from "./views/user.ts";

/** `issues`: opened and the like. */
export function emitIssue(
  world: World,
  action: "opened" | "closed" | "reopened" | "locked" | "unlocked",
  issue: Issue,
  sender: User,
): void {
  emit(world, "issues", issue.repository, sender, { action, issue: renderIssue(world, issue) });
}

/** `issue_comment`, for pull requests too: only `issue.pull_request` tells them apart. */
export function emitComment(
  world: World,
  comment: Comment,
  sender: User,
  change: { action: "created" | "deleted" } | { action: "edited"; changes: { body: { from: string } } },
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

/** `issues` or `pull_request`: a label was put on it or taken off. */
export function emitLabel(
  world: World,
  issue: Issue,
  sender: User,
  { action, label }: { action: "labeled" | "unlabeled"; label: Label },
): void {
  const { repository } = issue;
  const common = { action, label: renderLabel(world, repository, label) };
  if (!isPull(issue)) {
    emit(world, "issues", repository, sender, { ...common, issue: renderIssue(world, issue) });
    return;
  }
  emit(world, "pull_request", repository, sender, {
    ...common,
    number: issue.number,
    pull_request: renderPullRequest(world, issue),
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
  const installation = [...world.installations.values()].find(({ account }) => account === owner);
  // Where the owner chooses, a new repository is not chosen yet.
  if (!installation || !isInstalledOn(installation, repository)) return;
  emitSelection(world, owner, { selection: "all", added: [repository], removed: [] });
}

/** `installation_repositories`: the App may see others than before; what came and what went are two deliveries. */
export function emitSelection(
  world: World,
  owner: User,
  change: { selection: "all" | "selected"; added: Repository[]; removed: Repository[] },
): void {
  const { selection, added, removed } = change;
  for (const action of ["added", "removed"] as const) {
    if ((action === "added" ? added : removed).length === 0) continue;
    const payload = {
      action,
      repository_selection: selection,
      repositories_added: action === "added" ? added.map(listRepository) : [],
      repositories_removed: action === "removed" ? removed.map(listRepository) : [],
      requester: null,
    };
    world.emit({
      name: "installation_repositories",
      repository: undefined,
      owner,
      sender: owner,
      payload,
    });
  }
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
  const installation = [...world.installations.values()].find(({ account }) => account === owner);
  const repositories = world.repositories
    .filter((one) => installation && isInstalledOn(installation, one))
    .map(listRepository);
  const payload = { action, repositories, requester: null };
  world.emit({ name: "installation", repository: undefined, owner, sender: owner, payload });
}

/** `repository`: its name, its owner or what may be done with it is another. */
export function emitRepositoryChange(
  world: World,
  repository: Repository,
  change: {
    action: "renamed" | "transferred" | "archived" | "unarchived" | "privatized" | "publicized";
    changes?: unknown;
  },
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
