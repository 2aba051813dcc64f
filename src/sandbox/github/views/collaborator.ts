import type { Role, User, World } from "../state.ts";
import { renderUser } from "./user.ts";

/** Somebody with what they may do in a repository. */
export function renderCollaborator(world: World, user: User, role: Role | undefined) {
  const can = (...roles: Role[]) => role !== undefined && roles.includes(role);
  return {
    ...renderUser(world, user),
    permissions: {
      admin: can("admin"),
      maintain: can("admin", "maintain"),
      push: can("admin", "maintain", "write"),
      triage: can("admin", "maintain", "write", "triage"),
      pull: role !== undefined,
    },
    role_name: role ?? "none",
  };
}
