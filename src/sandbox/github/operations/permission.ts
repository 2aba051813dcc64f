import { notFound } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { roleOf } from "../permissions.ts";
import type { Role } from "../state.ts";
import { userOf } from "../state.ts";
import { renderCollaborator } from "../views/collaborator.ts";
import { renderFullRepository } from "../views/full-repository.ts";

/** The four words of the old permission model: `maintain` counts as write, `triage` as read (`@octokit/openapi`). */
const legacy: Readonly<Record<Role, string>> = {
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
};

/** What somebody may do in a repository; and the repository itself. */
export const permission: Operation = {
  rest: [
    {
      scope: "repository",
      id: "repos/get-collaborator-permission-level",
      method: "GET",
      path: "/repos/:owner/:repo/collaborators/:username/permission",
      act: (call, repository, { parameters }) => {
        const user = userOf(call.world, parameters.username ?? "");
        if (user?.type === "Bot" || !user) throw notFound();
        const role = roleOf(repository, user.login);
        return {
          status: 200,
          body: {
            permission: role === undefined ? "none" : legacy[role],
            user: renderCollaborator(call.world, user, role),
            role_name: role ?? "none",
          },
        };
      },
    },
    {
      scope: "repository",
      id: "repos/get",
      method: "GET",
      path: "/repos/:owner/:repo",
      act: ({ world, actor }, repository) => ({
        status: 200,
        body: renderFullRepository(world, repository, actor),
      }),
    },
  ],
};
