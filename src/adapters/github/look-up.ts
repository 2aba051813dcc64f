import { z } from "zod";
import type { PullRequestTruth } from "../../ports/open-work.ts";
import type { GithubClient } from "./client.ts";

const document = `
  query LookUp($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on PullRequest {
        id state closedAt updatedAt mergedBy { login }
        timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } }
        repository { name owner { login } }
      }
    }
  }`;

const Actor = z.object({ login: z.string() }).nullable();
const PullRequest = z.object({
  id: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  closedAt: z.string().nullable(),
  updatedAt: z.string(),
  mergedBy: Actor,
  timelineItems: z.object({ nodes: z.array(z.object({ actor: Actor.optional() }).nullable()) }),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
});

/** What became of these pull requests; see the port. */
export async function lookUp(
  client: GithubClient,
  nodeIds: readonly string[],
): Promise<ReadonlyMap<string, PullRequestTruth>> {
  const answer = await client.query("look at pull requests", document, { ids: nodeIds });
  const { nodes } = z.object({ nodes: z.array(PullRequest.nullable().catch(null)) }).parse(answer);
  return new Map(nodes.flatMap((node) => (node ? [[node.id, describe(node)] as const] : [])));
}

function describe(pullRequest: z.infer<typeof PullRequest>): PullRequestTruth {
  const { state, closedAt, updatedAt, mergedBy, timelineItems, repository } = pullRequest;
  const closer = timelineItems.nodes.at(-1)?.actor;
  return {
    state,
    at: closedAt ?? updatedAt,
    person: (mergedBy ?? closer)?.login ?? "",
    owner: repository.owner.login,
    name: repository.name,
  };
}
