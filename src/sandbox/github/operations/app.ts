import { z } from "zod";
import { ApiError, notFound, suspended } from "../errors.ts";
import type { Call, Operation } from "../operation.ts";
import { isInstalledOn } from "../permissions.ts";
import type { Installation, Repository } from "../state.ts";
import { issueInstallationToken, type Permissions } from "../tokens.ts";
import { renderApp, renderInstallation } from "../views/app.ts";
import { renderRepository } from "../views/repository.ts";
import { findRepository, installationOf } from "../world.ts";
import { linkPages, paginate } from "./paginate.ts";
import { readBody } from "./read-body.ts";

const Wanted = z
  .object({
    permissions: z.record(z.string(), z.enum(["read", "write"])).optional(),
    repository_ids: z.array(z.number()).optional(),
    repositories: z.array(z.string()).optional(),
  })
  .nullish();

/** What the App does as itself, signed with its key. */
export const app: Operation = {
  rest: [
    {
      scope: "app",
      id: "apps/create-installation-access-token",
      method: "POST",
      path: "/app/installations/:installation_id/access_tokens",
      act: (call, { parameters, body }) => {
        const installation = findInstallation(call, parameters.installation_id);
        if (installation.suspended) throw suspended();
        const wanted = readBody(Wanted, body) ?? {};
        const permissions = narrow(call.world.app.permissions, wanted.permissions);
        const repositoryIds = chooseRepositories(call, installation, wanted);
        const { token, expiresAt } = issueInstallationToken(call.world.app, {
          installation,
          permissions,
          repositoryIds,
        });
        const chosen = repositoryIds && listAccessible(call, { installation, repositoryIds });
        const answer = {
          token,
          expires_at: expiresAt,
          permissions,
          repository_selection: chosen || installation.repositoryIds ? "selected" : "all",
          ...(chosen ? { repositories: chosen.map((one) => renderRepository(call.world, one)) } : {}),
        };
        return { status: 201, body: answer };
      },
    },
    {
      scope: "app",
      id: "apps/list-installations",
      method: "GET",
      path: "/app/installations",
      act: ({ world }, { query }) => {
        const installations = [...world.installations.values()];
        const headers = linkPages(`${world.url}/api/v3/app/installations`, installations.length, query);
        const page = paginate(installations, query);
        return { status: 200, headers, body: page.map((one) => renderInstallation(world, one)) };
      },
    },
    {
      scope: "app",
      id: "apps/get-installation",
      method: "GET",
      path: "/app/installations/:installation_id",
      act: (call, { parameters }) => ({
        status: 200,
        body: renderInstallation(call.world, findInstallation(call, parameters.installation_id)),
      }),
    },
    {
      scope: "app",
      id: "apps/get-repo-installation",
      method: "GET",
      path: "/repos/:owner/:repo/installation",
      act: (call, { parameters }) => {
        const repository = findRepository(call.world, parameters.owner ?? "", parameters.repo ?? "");
        const installation = repository && installationOf(call.world, repository.owner);
        if (!installation || !isInstalledOn(installation, repository)) throw notFound();
        return { status: 200, body: renderInstallation(call.world, installation) };
      },
    },
    {
      scope: "app",
      id: "apps/get-authenticated",
      method: "GET",
      path: "/app",
      act: (call) => ({ status: 200, body: renderApp(call.world) }),
    },
  ],
};

function findInstallation(call: Call, id: string | undefined): Installation {
  const installation = call.world.installations.get(Number(id));
  if (!installation) throw notFound();
  return installation;
}

/** A token may be given less than the App has, never more. */
function narrow(granted: Permissions, wanted: Permissions | undefined): Permissions {
  if (!wanted) return granted;
  for (const [name, access] of Object.entries(wanted)) {
    if (granted[name] === "write" || granted[name] === access) continue;
    const message = "The permissions requested are not granted to this installation.";
    throw new ApiError({ status: 422, type: "UNPROCESSABLE", message });
  }
  return { ...wanted, metadata: "read" };
}

/** The repositories that a token is to be good for; undefined: all of its installation. */
function chooseRepositories(
  { world }: Call,
  installation: Installation,
  wanted: { repository_ids?: number[] | undefined; repositories?: string[] | undefined },
): number[] | undefined {
  const { repository_ids: ids, repositories: names } = wanted;
  if (!ids && !names) return undefined;
  const own = world.repositories.filter((one) => isInstalledOn(installation, one));
  const found = [
    ...(ids ?? []).map((id) => own.find((one) => one.id === id)),
    ...(names ?? []).map((name) => own.find((one) => one.name.toLowerCase() === name.toLowerCase())),
  ];
  // The sentence of several public clients that match on it.
  const message =
    "There is at least one repository that does not exist or is not accessible to the parent installation.";
  return found.map((one) => {
    if (!one) throw new ApiError({ status: 422, type: "UNPROCESSABLE", message });
    return one.id;
  });
}

/** The repositories that somebody with this token may see. */
function listAccessible(
  { world }: Call,
  actor: { installation: Installation; repositoryIds: readonly number[] | undefined },
): Repository[] {
  return world.repositories
    .filter((one) => isInstalledOn(actor.installation, one))
    .filter((one) => actor.repositoryIds?.includes(one.id) ?? true);
}
