import type { PgBoss } from "pg-boss";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Enqueued, JobQueue, WorkRequest } from "../../ports/job-queue.ts";
import type { Database, Queryable } from "./database.ts";
import { insertJobs } from "./insert-jobs.ts";
import { takeInTogether } from "./take-in-together.ts";

/** More commands than this from one person within an hour are not looked at. */
export const commandsPerHour = 10;

const hourMs = 60 * 60 * 1000;

/** Deliveries are remembered for longer than GitHub offers to redeliver them (30 days, docs.github.com). */
const rememberDeliveriesMs = 35 * 24 * hourMs;

/**
 * Takes work in: the delivery, the identity of the work and the job are committed together, so that a
 * delivery which arrives twice, or two that ask for the same, make one job. Those that come at the same time
 * share a transaction: one by one, commits were what a burst of deliveries waited for.
 */
export function createJobQueue(options: { database: Database; boss: PgBoss; clock: Clock }): JobQueue {
  const { database, boss, clock } = options;
  const takeIn = (requests: readonly WorkRequest[]) =>
    database.transaction((transaction) => takeInAll(transaction, boss, requests, clock.now()));
  return { enqueue: takeInTogether(takeIn) };
}

async function takeInAll(
  transaction: Queryable,
  boss: PgBoss,
  requests: readonly WorkRequest[],
  now: Date,
): Promise<Enqueued[]> {
  const isNew = await rememberDeliveries(transaction, requests, now);
  const spent = await countCommands(transaction, requests, now);
  const outcomes = requests.map((request, at): Enqueued => {
    if (!isNew[at]) return "duplicate";
    if (request.asker === null) return "enqueued";
    const count = spent.get(request.asker) ?? 0;
    spent.set(request.asker, count + 1);
    return count < commandsPerHour ? "enqueued" : "too-many";
  });
  const accepted = requests.filter((_, at) => outcomes[at] === "enqueued");
  const inserted = await insertJobs(transaction, boss, accepted, now);
  return outcomes.map((outcome, at) => {
    const request = requests[at];
    return outcome === "enqueued" && request && !inserted.has(request) ? "duplicate" : outcome;
  });
}

/** Forgets deliveries that GitHub can no longer send again. */
export async function forgetOldDeliveries(database: Database, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - rememberDeliveriesMs);
  await database.query("delete from galley.delivery where seen_at < $1", [oldest.toISOString()]);
}

/** Which of them bring a delivery that was not seen before; one without a delivery always does. */
async function rememberDeliveries(
  transaction: Queryable,
  requests: readonly WorkRequest[],
  now: Date,
): Promise<boolean[]> {
  const guids = requests.flatMap(({ deliveryId }) => (deliveryId === null ? [] : [deliveryId]));
  if (guids.length === 0) return requests.map(() => true);
  const rows = await transaction.query(
    // In one order, so that two processes never wait for each other's rows.
    `insert into galley.delivery (guid, seen_at) select guid, $2 from unnest($1::text[]) as guid order by guid
     on conflict do nothing returning guid`,
    [guids, now.toISOString()],
  );
  const fresh = new Set(rows.map((row) => z.object({ guid: z.string() }).parse(row).guid));
  // The first of two that share an id is the new one.
  return requests.map(({ deliveryId }) => deliveryId === null || fresh.delete(deliveryId));
}

/** How many commands each asker has given within the hour. */
async function countCommands(
  transaction: Queryable,
  requests: readonly WorkRequest[],
  now: Date,
): Promise<Map<string, number>> {
  const askers = [...new Set(requests.flatMap(({ asker }) => (asker === null ? [] : [asker])))];
  if (askers.length === 0) return new Map();
  const rows = await transaction.query(
    `select asked_by, count(*)::int as commands from galley.work
     where asked_by = any($1::text[]) and asked_at > $2 group by asked_by`,
    [askers, new Date(now.getTime() - hourMs).toISOString()],
  );
  const Row = z.object({ asked_by: z.string(), commands: z.coerce.number() });
  return new Map(rows.map((row) => Row.parse(row)).map((row) => [row.asked_by, row.commands]));
}
