import type { Probot } from "probot";
import { z } from "zod";
import type { Installations } from "../../ports/installations.ts";
import type { GithubClient } from "./client.ts";
import { fail } from "./fail.ts";

/** A request that hangs longer is given up; GitHub itself gives up after ten seconds. */
const timeoutMs = 30_000;
const pageSize = 100;

const Listed = z.array(
  z.object({
    id: z.int().positive(),
    account: z.object({ login: z.string() }).nullable(),
    suspended_at: z.string().nullish(),
  }),
);

const Repositories = z.object({
  repositories: z.array(
    z
      .object({
        id: z.int(),
        node_id: z.string(),
        name: z.string(),
        owner: z.object({ login: z.string() }),
      })
      .transform(({ id, node_id: nodeId, name, owner }) => ({
        id: String(id),
        nodeId,
        owner: owner.login,
        name,
      })),
  ),
});

const versionsDocument = `
  query FindVersions($ids: [ID!]!, $path: String!) {
    nodes(ids: $ids) {
      ... on Repository {
        id defaultBranchRef { target { ... on Commit { file(path: $path) { object { oid } } } } }
      }
    }
  }`;
const Version = z.object({
  id: z.string(),
  defaultBranchRef: z.object({
    target: z.object({ file: z.object({ object: z.object({ oid: z.string() }) }) }),
  }),
});

/** The App's installations are listed as the App itself, what each may see by its own token. */
export function createInstallations(
  probot: Pick<Probot, "auth">,
  clients: (installationId: number) => GithubClient,
): Installations {
  const listPage = async (page: number, signal: AbortSignal) => {
    try {
      const octokit = await probot.auth();
      const request = { retries: 0, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
      const { data } = await octokit.request("GET /app/installations", { per_page: pageSize, page, request });
      return Listed.parse(data);
    } catch (thrown) {
      return fail("list installations", thrown);
    }
  };
  return {
    async list(signal) {
      const found: z.infer<typeof Listed> = [];
      for (let page = 1; found.length === (page - 1) * pageSize; page += 1)
        found.push(...(await listPage(page, signal)));
      return found.flatMap(({ id, account, suspended_at: suspendedAt }) =>
        account && !suspendedAt ? [{ id, owner: account.login }] : [],
      );
    },

    async listRepositories(installationId, page) {
      const route = "GET /installation/repositories";
      const parameters = { per_page: pageSize, page };
      const data = await clients(installationId).rest("list repositories", route, parameters);
      return Repositories.parse(data).repositories;
    },

    async findVersions(installationId, nodeIds, path) {
      const variables = { ids: nodeIds, path };
      const answer = await clients(installationId).query("look for settings", versionsDocument, variables);
      const { nodes } = z.object({ nodes: z.array(Version.nullable().catch(null)) }).parse(answer);
      return new Map(
        nodes.flatMap((node) =>
          node ? [[node.id, node.defaultBranchRef.target.file.object.oid] as const] : [],
        ),
      );
    },
  };
}
