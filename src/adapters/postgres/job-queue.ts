import type { Clock } from "../../ports/clock.ts";
import type { JobQueue, WorkRequest } from "../../ports/job-queue.ts";
import type { Database } from "./database.ts";
import { takeInAll } from "./take-in.ts";
import { takeInTogether } from "./take-in-together.ts";

const hourMs = 60 * 60 * 1000;

/** Deliveries are remembered for longer than GitHub offers to redeliver them (30 days, docs.github.com). */
const rememberDeliveriesMs = 35 * 24 * hourMs;

/** While the database works on one group, this process makes the next one ready. */
const laneCount = 2;

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
  const lanes = Array.from({ length: laneCount }, () => takeInTogether(takeIn));
  return {
    enqueue(request) {
      const lane = lanes[chooseLane(request.asker ?? request.key.repositoryId)];
      if (!lane) throw new Error("There is no such lane");
      return lane(request);
    },
  };
}

/** One person's commands go one behind the other, or two groups would count them without seeing each other. */
function chooseLane(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at += 1) sum += name.charCodeAt(at);
  return sum % laneCount;
}

/** Forgets deliveries that GitHub can no longer send again. */
export async function forgetOldDeliveries(database: Database, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - rememberDeliveriesMs);
  await database.query("delete from galley.delivery where seen_at < $1", [oldest.toISOString()]);
}
