import { roleOf } from "../permissions.ts";
import type { Repository, Role, World } from "../state.ts";
import type { Actor } from "../tokens.ts";
import { renderRepository } from "./repository.ts";

/** A repository as it is shown when it is asked for alone: with its settings, and what the asker may do. */
export function renderFullRepository(world: World, repository: Repository, actor: Actor) {
  return {
    ...renderRepository(world, repository),
    permissions: renderPermissions(roleFor(repository, actor)),
    temp_clone_token: "",
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: repository.autoDeleteHead,
    allow_update_branch: false,
    use_squash_pr_title_as_default: false,
  };
}

/** What a role comes to. */
function renderPermissions(role: Role | undefined) {
  const can = (...roles: Role[]) => role !== undefined && roles.includes(role);
  return {
    admin: can("admin"),
    maintain: can("admin", "maintain"),
    push: can("admin", "maintain", "write"),
    triage: can("admin", "maintain", "write", "triage"),
    pull: role !== undefined,
  };
}

/** An App has no role; what it may write stands for one. */
function roleFor(repository: Repository, actor: Actor): Role | undefined {
  if (actor.kind === "person") return roleOf(repository, actor.user.login);
  return actor.kind === "installation" && actor.permissions.contents === "write" ? "write" : "read";
}
