import { ApiError } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { isInstalledOn } from "../permissions.ts";
import { renderRepository } from "../views/repository.ts";
import { linkPages, paginate } from "./paginate.ts";

/** The repositories that an installation may act in. */
export const installationRepositories: Operation = {
  rest: [
    {
      scope: "anybody",
      id: "apps/list-repos-accessible-to-installation",
      method: "GET",
      path: "/installation/repositories",
      act: ({ world, actor }, { query }) => {
        if (actor.kind !== "installation") {
          const message =
            "You must authenticate with an installation access token in order to list repositories for an installation.";
          throw new ApiError({ status: 403, type: "FORBIDDEN", message });
        }
        const { installation, repositoryIds } = actor;
        const own = world.repositories.filter(
          (one) =>
            isInstalledOn(installation, one) &&
            (repositoryIds === undefined || repositoryIds.includes(one.id)),
        );
        return {
          status: 200,
          headers: linkPages(`${world.url}/api/v3/installation/repositories`, own.length, query),
          body: {
            total_count: own.length,
            repository_selection: repositoryIds || installation.repositoryIds ? "selected" : "all",
            repositories: paginate(own, query).map((one) => renderRepository(world, one)),
          },
        };
      },
    },
  ],
};
