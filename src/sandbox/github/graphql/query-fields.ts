import { ApiError } from "../errors.ts";
import { findNode, findRefNode, isPull } from "../nodes.ts";
import type { Call } from "../operation.ts";
import { requirePermission } from "../permissions.ts";
import type { User } from "../state.ts";
import { movedRepository, userFor, visibleRepository } from "../world.ts";
import type { Fields } from "./fields.ts";
import { findRef } from "./repository-fields.ts";

const requestsPerHour = 5000;

/** The top-level fields of a query. */
export const queryFields: Fields<unknown> = {
  repository: (
    _root,
    { owner, name, followRenames }: { owner: string; name: string; followRenames: boolean },
    { world, actor },
  ) =>
    (followRenames && movedRepository(world, actor, owner, name)) ||
    visibleRepository(world, actor, owner, name),
  node: (_root, { id }: { id: string }, call) => findAnyNode(call, id),
  nodes: (_root, { ids }: { ids: readonly string[] }, call) => {
    if (ids.length > 100) {
      const message = `You may not provide more than 100 node ids; you provided ${ids.length}.`;
      throw new ApiError({ status: 422, type: "ARGUMENT_LIMIT", message });
    }
    // One that is not there is null and an error beside the others: a rejected promise says so to graphql-js.
    return ids.map(async (id) => await findAnyNode(call, id));
  },
  // The one who asks; for an installation that is its bot, which shows as a user named with its `[bot]`.
  viewer: (_root, _args, call): User => ({ ...userFor(call.world, call.actor), type: "User" }),
  rateLimit: (_root, _args, call) => ({
    cost: 1,
    limit: requestsPerHour,
    nodeCount: 0,
    remaining: requestsPerHour - call.world.requestsUsed,
    used: call.world.requestsUsed,
    resetAt: `${new Date(Date.now() + 3_600_000).toISOString().slice(0, 19)}Z`,
  }),
};

function findAnyNode(call: Call, id: string) {
  if (!id.startsWith("REF_")) {
    const node = findNode(call, id);
    // By its id nobody sees more than by its number.
    if (node.kind === "issue") {
      const field = isPull(node) ? "Repository.pullRequest" : "Repository.issue";
      requirePermission(call.actor, node.repository, field);
    }
    return node;
  }
  const { repository, name } = findRefNode(call, id);
  return findRef(repository, name);
}
