import type { Clock } from "../../ports/clock.ts";
import type { JobQueue, WorkRequest } from "../../ports/job-queue.ts";
import type { Database } from "./database.ts";
import { takeInAll } from "./take-in.ts";
import { takeInTogether } from "./take-in-together.ts";

const hourMs = 60 * 60 * 1000;

/** Deliveries are remembered for longer than GitHub offers to redeliver them (30 days, docs.github.com). */
const rememberDeliveriesMs = 35 * 24 * hourMs;

/**
 * Takes work in: the delivery and the identity of the work are committed together, so that a delivery which
 * arrives twice, or two that ask for the same, make one job. Those that come at the same time share a commit:
 * one by one, commits were what a burst of deliveries waited for. `wake` is told when there is work to dispatch.
 */
export function createJobQueue(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly wake: () => void;
}): JobQueue {
  const { database, clock, wake } = options;
  const takeIn = async (requests: readonly WorkRequest[]) => {
    const outcomes = await takeInAll(database, requests, clock.now());
    if (outcomes.includes("enqueued")) wake();
    return outcomes;
  };
  return { enqueue: takeInTogether(takeIn) };
}

/** Forgets deliveries that GitHub can no longer send again. */
export async function forgetOldDeliveries(database: Database, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - rememberDeliveriesMs);
  await database.query("delete from galley.delivery where seen_at < $1", [oldest.toISOString()]);
}
