import { noSuchNode, notFound } from "./errors.ts";
import type { Call } from "./operation.ts";
import { canSee } from "./permissions.ts";
import {
  type CheckRun,
  type Comment,
  type Issue,
  nodeId,
  type PullRequest,
  type Repository,
  type ReviewComment,
  readNodeId,
} from "./state.ts";

/** What a node id names, if the actor can see it; else GitHub's NOT_FOUND. */
export function findNode(call: Call, id: string) {
  const node = call.world.nodes.get(id);
  if (!node || !canSee(call.actor, repositoryOf(node))) throw noSuchNode(id);
  return node;
}

function repositoryOf(node: Repository | Comment | ReviewComment | { repository: Repository }): Repository {
  if ("repository" in node) return node.repository;
  if (node.kind === "review-comment") return node.pull.repository;
  return node.kind === "comment" ? node.issue.repository : node;
}

export function findRepositoryNode(call: Call, id: string): Repository {
  const node = findNode(call, id);
  if (node.kind !== "repository") throw noSuchNode(id);
  return node;
}

export function findIssueNode(call: Call, id: string): Issue {
  const node = findNode(call, id);
  if (node.kind !== "issue") throw noSuchNode(id);
  return node;
}

export function findPullNode(call: Call, id: string): PullRequest {
  const node = findNode(call, id);
  if (node.kind !== "issue" || !isPull(node)) throw noSuchNode(id);
  return node;
}

export function findCommentNode(call: Call, id: string): Comment {
  const node = findNode(call, id);
  if (node.kind !== "comment") throw noSuchNode(id);
  return node;
}

export function findCheckRunNode(call: Call, id: string): CheckRun {
  const node = findNode(call, id);
  if (node.kind !== "check-run") throw noSuchNode(id);
  return node;
}

export function isPull(issue: Issue): issue is PullRequest {
  return issue.pull !== undefined;
}

/** GraphQL's third word beside open and closed. */
export function stateOfPull({ pull, state }: PullRequest): "OPEN" | "CLOSED" | "MERGED" {
  if (pull.merge) return "MERGED";
  return state === "open" ? "OPEN" : "CLOSED";
}

/** The issue or pull request with this number; REST's `Not Found` when there is none. */
export function findIssue(repository: Repository, number: string | undefined): Issue {
  const issue = repository.issues.find((one) => String(one.number) === number);
  if (!issue) throw notFound();
  return issue;
}

/** The comment with this id in this repository. */
export function findComment(repository: Repository, id: string | undefined): Comment {
  for (const issue of repository.issues) {
    const comment = issue.comments.find((one) => String(one.id) === id);
    if (comment) return comment;
  }
  throw notFound();
}

/** The check run with this id in this repository. */
export function findCheckRun(repository: Repository, id: string | undefined): CheckRun {
  const run = repository.checkRuns.find((one) => String(one.id) === id);
  if (!run) throw notFound();
  return run;
}

/** The pull request with this number; an issue with it is none. */
export function findPull(repository: Repository, number: string | undefined): PullRequest {
  const issue = findIssue(repository, number);
  if (!isPull(issue)) throw notFound();
  return issue;
}

/** The comment with this id on what some pull request of this repository changes. */
export function findReviewComment(repository: Repository, id: string | undefined): ReviewComment {
  const comments = repository.issues.filter(isPull).flatMap(({ pull }) => pull.reviewComments);
  const comment = comments.find((one) => String(one.id) === id);
  if (!comment) throw notFound();
  return comment;
}

/** A ref has no record of its own, so its id holds its repository and its name. */
export function refNodeId(repository: Repository, name: string): string {
  return nodeId("REF", `${repository.id}:${name}`);
}

export function findRefNode(call: Call, id: string): { repository: Repository; name: string } {
  const content = readNodeId("REF", id) ?? "";
  const split = content.indexOf(":");
  const repository = call.world.repositories.find((one) => String(one.id) === content.slice(0, split));
  if (!repository || !canSee(call.actor, repository)) throw noSuchNode(id);
  return { repository, name: content.slice(split + 1) };
}
