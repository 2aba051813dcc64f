import { archived, mustHaveRole, notAccessible, notFound, UnknownOperationError } from "./errors.ts";
import type { Repository, Role } from "./state.ts";
import type { Access, Actor } from "./tokens.ts";

/**
 * What an operation asks for: of an installation one of these permissions, of a person at least this role.
 * Source: docs.github.com, "Permissions required for GitHub Apps", and the header
 * `x-accepted-github-permissions` (public thread daeuniverse/honk#149).
 */
type Rule = { app: readonly Grant[]; person: Role };
type Grant = readonly [permission: string, access: Access];

const metadata: Rule = { app: [["metadata", "read"]], person: "read" };
const readContents: Rule = { app: [["contents", "read"]], person: "read" };
const writeContents: Rule = { app: [["contents", "write"]], person: "write" };
const readChecks: Rule = { app: [["checks", "read"]], person: "read" };
const writeChecks: Rule = { app: [["checks", "write"]], person: "admin" };
const readPulls: Rule = { app: [["pull_requests", "read"]], person: "read" };
const writePulls: Rule = { app: [["pull_requests", "write"]], person: "write" };
const readThreads: Rule = {
  app: [
    ["issues", "read"],
    ["pull_requests", "read"],
  ],
  person: "read",
};
const talk: Rule = {
  app: [
    ["issues", "write"],
    ["pull_requests", "write"],
  ],
  person: "read",
};
const sort: Rule = { ...talk, person: "triage" };

/** REST operations by their id, GraphQL mutations and fields by `Type.field`. Whatever is not here is unknown. */
const rules: Readonly<Record<string, Rule>> = {
  "repos/get": metadata,
  "repos/get-collaborator-permission-level": metadata,
  "repos/get-content": readContents,
  "repos/create-or-update-file-contents": writeContents,
  "git/get-blob": readContents,
  "git/get-ref": readContents,
  "git/list-matching-refs": readContents,
  "git/delete-ref": writeContents,
  "issues/get": readThreads,
  "issues/create": { app: [["issues", "write"]], person: "read" },
  "issues/list-comments": readThreads,
  "issues/create-comment": talk,
  "issues/get-comment": readThreads,
  "issues/update-comment": talk,
  "reactions/create-for-issue": talk,
  "reactions/list-for-issue": readThreads,
  "reactions/create-for-issue-comment": talk,
  "reactions/list-for-issue-comment": readThreads,
  "pulls/list": readPulls,
  "pulls/get": readPulls,
  "pulls/update": writePulls,
  "pulls/merge": writeContents,
  "checks/list-for-ref": readChecks,
  "Mutation.addComment": talk,
  "Mutation.updateIssueComment": talk,
  "Mutation.addReaction": talk,
  "Mutation.removeReaction": talk,
  "Mutation.createLabel": sort,
  "Mutation.addLabelsToLabelable": sort,
  "Mutation.createRef": writeContents,
  "Mutation.deleteRef": writeContents,
  "Mutation.createCommitOnBranch": writeContents,
  "Mutation.createPullRequest": writePulls,
  "Mutation.updatePullRequest": writePulls,
  "Mutation.closePullRequest": writePulls,
  "Mutation.reopenPullRequest": writePulls,
  "Mutation.markPullRequestReadyForReview": writePulls,
  "Mutation.convertPullRequestToDraft": writePulls,
  "Mutation.mergePullRequest": writeContents,
  "Mutation.createCheckRun": writeChecks,
  "Mutation.updateCheckRun": writeChecks,
  "Repository.issue": { app: [["issues", "read"]], person: "read" },
  "Repository.issues": { app: [["issues", "read"]], person: "read" },
  "Repository.pullRequest": readPulls,
  "Repository.pullRequests": readPulls,
  "Repository.object": readContents,
  "Ref.target": readContents,
  "Commit.file": readContents,
};

const rank: readonly Role[] = ["read", "triage", "write", "maintain", "admin"];

/** Refuses with 403 / FORBIDDEN unless the actor may do this on this repository, and anything that would change an archived one. */
export function requirePermission(actor: Actor, repository: Repository, operation: string): void {
  const rule = rules[operation];
  if (!rule) throw new UnknownOperationError(`The permission of ${operation} is not written down`);
  const changes = rule.app.some(([, access]) => access === "write");
  if (actor.kind === "installation") requireGrant(actor, repository, rule);
  else if (changes) requireRole(actor, repository, rule.person);
  if (changes && repository.archived) throw archived();
}

/** The permission that a GraphQL field needs beyond seeing the repository, when it needs any. */
export function hasRule(operation: string): boolean {
  return operation in rules;
}

/** What the header `x-accepted-github-permissions` says about an operation. */
export function acceptedPermissions(operation: string): string {
  return (rules[operation]?.app ?? []).map(([name, access]) => `${name}=${access}`).join("; ");
}

/** Whether this actor can see the repository at all; what cannot be seen is answered as if it were not there. */
export function canSee(actor: Actor, repository: Repository): boolean {
  if (!repository.private) return true;
  if (actor.kind === "person") return roleOf(repository, actor.user.login) !== undefined;
  return actor.kind === "installation" && covers(actor, repository);
}

/** The role of somebody on a repository: a stranger has `read` on a public one (public thread hyperdx#2546), nothing on a private one. */
export function roleOf(repository: Repository, login: string): Role | undefined {
  if (login.toLowerCase() === repository.owner.login.toLowerCase()) return "admin";
  return repository.collaborators.get(login.toLowerCase()) ?? (repository.private ? undefined : "read");
}

function requireGrant(actor: Actor & { kind: "installation" }, repository: Repository, rule: Rule): void {
  const changes = rule.app.some(([, access]) => access === "write");
  if (!covers(actor, repository)) {
    if (changes) throw notAccessible();
    return;
  }
  const granted = rule.app.some(([name, access]) => {
    const given = actor.permissions[name];
    return given === "write" || (given === "read" && access === "read");
  });
  if (!granted) throw notAccessible();
}

/** Refuses a person whose role is less than this one. */
export function requireRole(actor: Actor, repository: Repository, role: Role): void {
  if (actor.kind !== "person") throw notFound();
  const own = roleOf(repository, actor.user.login);
  if (own === undefined || rank.indexOf(own) < rank.indexOf(role)) throw mustHaveRole(role);
}

function covers(actor: Actor & { kind: "installation" }, repository: Repository): boolean {
  if (actor.installation.account !== repository.owner) return false;
  return actor.repositoryIds?.includes(repository.id) ?? true;
}
