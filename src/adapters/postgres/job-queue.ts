import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import type { NewJob, WorkKey } from "../../jobs/payload.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Enqueued, JobQueue, WorkRequest } from "../../ports/job-queue.ts";
import { asBossDatabase, type Database, type Queryable } from "./database.ts";
import { keepStorable } from "./keep-storable.ts";

/** More commands than this from one person within an hour are not looked at. */
export const commandsPerHour = 10;

const hourMs = 60 * 60 * 1000;

/** Deliveries are remembered for longer than GitHub offers to redeliver them (30 days, docs.github.com). */
const rememberDeliveriesMs = 35 * 24 * hourMs;

/**
 * Takes work in: the delivery, the identity of the work and the job are committed together, so that a
 * delivery which arrives twice, or two that ask for the same, make one job.
 */
export function createJobQueue(options: { database: Database; boss: PgBoss; clock: Clock }): JobQueue {
  const { database, boss, clock } = options;
  return {
    enqueue: ({ deliveryId, key, installationId, asker, job }) =>
      database.transaction(async (transaction) => {
        const now = clock.now();
        if (deliveryId !== null && !(await rememberDelivery(transaction, deliveryId, now)))
          return "duplicate";
        if (asker !== null && (await hasSpentHour(transaction, asker, now))) return "too-many";
        const workId = await insertJob(transaction, boss, { key, installationId, asker, job }, now);
        return (workId ? "enqueued" : "duplicate") satisfies Enqueued;
      }),
  };
}

/** The work and its job, inside a transaction; null when this very work was taken in before. */
export async function insertJob(
  transaction: Queryable,
  boss: PgBoss,
  { key, installationId, asker, job }: Omit<WorkRequest, "deliveryId">,
  now: Date,
): Promise<string | null> {
  const inserted = await insertWork(transaction, { key, job, asker: asker ?? "", now });
  if (!inserted) return null;
  const { workId, isTakenUp } = inserted;
  const group = { id: String(installationId) };
  // A job's id is its work's, but for work that is taken up again: the queue still knows the first one.
  const id = isTakenUp ? randomUUID() : workId;
  await boss.send(job.kind, { workId }, { id, group, db: asBossDatabase(transaction) });
  return workId;
}

/** Forgets deliveries that GitHub can no longer send again. */
export async function forgetOldDeliveries(database: Database, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - rememberDeliveriesMs);
  await database.query("delete from galley.delivery where seen_at < $1", [oldest.toISOString()]);
}

async function rememberDelivery(transaction: Queryable, guid: string, now: Date): Promise<boolean> {
  const rows = await transaction.query(
    "insert into galley.delivery (guid, seen_at) values ($1, $2) on conflict do nothing returning guid",
    [guid, now.toISOString()],
  );
  return rows.length > 0;
}

async function hasSpentHour(transaction: Queryable, asker: string, now: Date): Promise<boolean> {
  const rows = await transaction.query(
    "select count(*)::int as commands from galley.work where asked_by = $1 and asked_at > $2",
    [asker, new Date(now.getTime() - hourMs).toISOString()],
  );
  return z.object({ commands: z.coerce.number() }).parse(rows[0]).commands >= commandsPerHour;
}

/** Null when the same work was taken in before; work that the App was not allowed to do is taken up again. */
async function insertWork(
  transaction: Queryable,
  { key, job, asker, now }: { key: WorkKey; job: NewJob; asker: string; now: Date },
): Promise<{ workId: string; isTakenUp: boolean } | null> {
  const id = randomUUID();
  const rows = await transaction.query(
    `insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, payload)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
     on conflict (kind, repository_id, subject, revision) do update
       set outcome = null, payload = excluded.payload || jsonb_build_object('workId', galley.work.id)
       where galley.work.outcome = 'unreachable'
     returning id::text`,
    [
      id,
      key.kind,
      key.repositoryId,
      key.subject,
      key.revision,
      asker,
      now.toISOString(),
      JSON.stringify({ ...job, workId: id }, keepStorable),
    ],
  );
  if (!rows[0]) return null;
  const workId = z.object({ id: z.string() }).parse(rows[0]).id;
  return { workId, isTakenUp: workId !== id };
}
