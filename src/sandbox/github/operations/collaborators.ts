import { notFound } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { roleOf } from "../permissions.ts";
import { userOf } from "../state.ts";
import { renderCollaborator } from "../views/collaborator.ts";
import { paginate } from "./paginate.ts";

/** Who was given access to a repository. */
export const collaborators: Operation = {
  rest: [
    {
      scope: "repository",
      id: "repos/list-collaborators",
      method: "GET",
      path: "/repos/:owner/:repo/collaborators",
      act: ({ world }, repository, { query }) => {
        const logins = [repository.owner.login, ...repository.collaborators.keys()];
        const users = logins.map((login) => userOf(world, login)).filter((one) => one?.type === "User");
        return {
          status: 200,
          body: paginate(users, query).flatMap((user) =>
            user ? [renderCollaborator(world, user, roleOf(repository, user.login))] : [],
          ),
        };
      },
    },
    {
      scope: "repository",
      id: "repos/check-collaborator",
      method: "GET",
      path: "/repos/:owner/:repo/collaborators/:username",
      act: (_call, repository, { parameters }) => {
        const login = (parameters.username ?? "").toLowerCase();
        const isOne = repository.owner.login.toLowerCase() === login || repository.collaborators.has(login);
        if (!isOne) throw notFound();
        return { status: 204 };
      },
    },
  ],
};
