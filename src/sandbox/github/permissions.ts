import {
  appsOnly,
  archived,
  mustHaveRole,
  notAccessible,
  notFound,
  UnknownOperationError,
} from "./errors.ts";
import { permissionRules, type Rule } from "./permission-rules.ts";
import type { Installation, Repository, Role, User } from "./state.ts";
import type { Actor } from "./tokens.ts";

const rank: readonly Role[] = ["read", "triage", "write", "maintain", "admin"];

/** Refuses with 403 / FORBIDDEN unless the actor may do this on this repository, and anything that would change an archived one. */
export function requirePermission(actor: Actor, repository: Repository, operation: string): void {
  const rule = permissionRules[operation];
  if (!rule) throw new UnknownOperationError(`The permission of ${operation} is not written down`);
  const changes = rule.app.some(([, access]) => access === "write");
  if (actor.kind === "installation") requireGrant(actor, repository, rule);
  else if (rule.person === "app") {
    if (changes) throw appsOnly();
  } else if (changes) requireRole(actor, repository, rule.person);
  if (changes && repository.archived) throw archived();
}

/** The permission that a GraphQL field needs beyond seeing the repository, when it needs any. */
export function hasRule(operation: string): boolean {
  return operation in permissionRules;
}

/** What the header `x-accepted-github-permissions` says about an operation. */
export function acceptedPermissions(operation: string): string {
  return (permissionRules[operation]?.app ?? []).map(([name, access]) => `${name}=${access}`).join("; ");
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
  if (!hasRole(actor.user, repository, role)) throw mustHaveRole(role);
}

/** Whether somebody has this role on a repository, or a greater one. */
export function hasRole(user: User, repository: Repository, role: Role): boolean {
  const own = roleOf(repository, user.login);
  return own !== undefined && rank.indexOf(own) >= rank.indexOf(role);
}

/** Whether an installation was given this repository by its owner. */
export function isInstalledOn(installation: Installation, repository: Repository): boolean {
  if (installation.account !== repository.owner) return false;
  return installation.repositoryIds?.has(repository.id) ?? true;
}

function covers(actor: Actor & { kind: "installation" }, repository: Repository): boolean {
  if (!isInstalledOn(actor.installation, repository)) return false;
  return actor.repositoryIds?.includes(repository.id) ?? true;
}
