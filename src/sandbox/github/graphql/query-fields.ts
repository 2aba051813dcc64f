import { findNode, findRefNode } from "../nodes.ts";
import type { User } from "../state.ts";
import { userFor, visibleRepository } from "../world.ts";
import type { Fields } from "./fields.ts";
import { findRef } from "./repository-fields.ts";

const requestsPerHour = 5000;

/** The top-level fields of a query. */
export const queryFields: Fields<unknown> = {
  repository: (_root, { owner, name }: { owner: string; name: string }, call) =>
    visibleRepository(call.world, call.actor, owner, name),
  node: (_root, { id }: { id: string }, call) => {
    if (!id.startsWith("REF_")) return findNode(call, id);
    const { repository, name } = findRefNode(call, id);
    return findRef(repository, name);
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
