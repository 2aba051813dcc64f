import type { PgBoss } from "pg-boss";
import { z } from "zod";
import type { Log } from "../../ports/log.ts";
import type { Publications } from "../../ports/publications.ts";
import { asBossDatabase, type QueueDatabase } from "./database.ts";

/** Any number that nothing else on the database locks, beside that of the migrations. */
const advisoryLock = 7_241_004;

/** Between the queue's giving a job out and our writing down who has it lies one statement. */
const ownerlessSeconds = 15;

/** What the dead had in hand before they died: whoever is given it next must not be taken for them. */
const forgetEnded = `
  delete from galley.running
  where not exists (select 1 from galley.instance owner where owner.id = running.instance_id)
    and not exists (
      select 1 from pgboss.job where job.id = running.job_id and job.state = 'active' and job.group_id is not null
    )`;

const Orphan = z.object({ id: z.string(), name: z.string(), work_id: z.string().nullable() });

/**
 * Takes over from processes that are dead: what they were sending is unknown, and their jobs go back to the
 * queue at once, where otherwise they would wait until they expire. One process at a time does it. At its start, a
 * process that has the database alone takes over everything; later, what was given out and not yet written down is
 * its own.
 */
export async function takeOver(options: {
  readonly database: QueueDatabase;
  readonly boss: PgBoss;
  readonly publications: Pick<Publications, "markInterrupted">;
  readonly log: Log;
  readonly isStart: boolean;
}): Promise<void> {
  const { database, boss, publications, log, isStart } = options;
  // First of all: the job that is given back reads what became of its announcement.
  await publications.markInterrupted("Galley stopped while it was being sent.");
  await database.transaction(async (transaction) => {
    const [lock] = await transaction.query(`select pg_try_advisory_xact_lock(${advisoryLock}) as held`);
    if (lock?.held !== true) return;
    const rows = await transaction.query(
      `select job.id, job.name, job.data->>'workId' as work_id from pgboss.job job
         left join galley.running running on running.job_id = job.id
         left join galley.instance owner on owner.id = running.instance_id
       where job.state = 'active' and job.group_id is not null and owner.id is null
         and ($1 or running.job_id is not null or job.started_on < now() - make_interval(secs => $2))`,
      [database.isExclusive && isStart, ownerlessSeconds],
    );
    const db = asBossDatabase(transaction);
    for (const { id, name, work_id: workId } of rows.map((row) => Orphan.parse(row))) {
      await boss.fail(name, id, { message: "the process died" }, { db });
      await boss.update(name, undefined, { id, startAfter: new Date(0), db });
      await transaction.query("delete from galley.running where job_id = $1", [id]);
      log.warn({ workId, queue: name }, "Took up work that a dead process left");
    }
    await transaction.query(forgetEnded);
  });
}
