import { z } from "zod";
import { findNextTime } from "../../jobs/find-next-time.ts";
import { identifySeries, identifyWork, type ScheduleJob } from "../../jobs/payload.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Schedules, Taken } from "../../ports/schedules.ts";
import type { Database, Queryable } from "./database.ts";
import { takeInAll } from "./take-in.ts";

const DueRow = z.object({
  repository_id: z.string(),
  series: z.string(),
  installation_id: z.coerce.number(),
  owner: z.string(),
  name: z.string(),
  label: z.string(),
  cron: z.string(),
  timezone: z.string(),
  next_at: z.coerce.date(),
});
type DueRow = z.infer<typeof DueRow>;

/** The schedules in our own table: the queue's own cron reads every schedule at each look, and never catches up. */
export function createSchedules(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly wake: () => void;
}): Schedules {
  const { database, clock, wake } = options;
  return {
    replace: (target, label, schedules) =>
      database.transaction(async (transaction) => {
        const { repository, installationId } = target;
        await transaction.query(
          "delete from galley.schedule where repository_id = $1 and not (series = any($2::text[]))",
          [repository.id, schedules.map(({ series }) => series)],
        );
        for (const { series, cron, timezone } of schedules) {
          await transaction.query(
            `insert into galley.schedule as known (repository_id, series, installation_id, owner, name, label, cron, timezone, next_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (repository_id, series) do update set
               installation_id = excluded.installation_id, owner = excluded.owner, name = excluded.name,
               label = excluded.label, cron = excluded.cron, timezone = excluded.timezone,
               next_at = case when known.cron = excluded.cron and known.timezone = excluded.timezone
                 then known.next_at else excluded.next_at end`,
            [
              repository.id,
              series,
              String(installationId),
              repository.owner,
              repository.name,
              label,
              cron,
              timezone,
              findNextTime({ cron, timezone }, clock.now()).toISOString(),
            ],
          );
        }
      }),

    async forgetRepositories(repositoryIds) {
      await database.query("delete from galley.schedule where repository_id = any($1::text[])", [
        repositoryIds,
      ]);
    },

    async forgetInstallation(installationId) {
      await database.query("delete from galley.schedule where installation_id = $1", [
        String(installationId),
      ]);
    },

    async takeDue() {
      const taken = await database.transaction((transaction) => takeDue(transaction, clock.now()));
      if (taken?.outcome === "enqueued") wake();
      return taken;
    },
  };
}

/** One row a transaction, so that a tick after a long time down does not keep everybody else waiting. */
async function takeDue(transaction: Queryable, now: Date): Promise<Taken> {
  const [found] = await transaction.query(
    `select * from galley.schedule where next_at <= $1
     order by next_at limit 1 for update skip locked`,
    [now.toISOString()],
  );
  if (!found) return null;
  const row = DueRow.parse(found);
  const { repository_id: repositoryId, series } = row;
  if (!(await moveOn(transaction, row, now))) return { repositoryId, series, outcome: "forgotten" };
  if (await isBusy(transaction, row, now)) return { repositoryId, series, outcome: "busy" };
  const job: Omit<ScheduleJob, "workId"> = {
    kind: "schedule",
    target: {
      installationId: row.installation_id,
      repository: { id: repositoryId, owner: row.owner, name: row.name },
    },
    series,
    label: row.label,
    due: row.next_at.toISOString(),
  };
  const request = {
    deliveryId: null,
    key: identifyWork(job),
    installationId: row.installation_id,
    asker: null,
    job,
  };
  const [outcome] = await takeInAll(transaction, [request], now);
  return { repositoryId, series, outcome: outcome === "enqueued" ? "enqueued" : "duplicate" };
}

/** From now on, not from the time that was missed: what was missed is made up for once. */
async function moveOn(transaction: Queryable, row: DueRow, now: Date): Promise<boolean> {
  let next: Date;
  try {
    next = findNextTime(row, now);
  } catch {
    // Checked when it was read; a later release of the library or of the zones may think otherwise. Left as
    // it is, it would be due first for ever.
    await transaction.query("delete from galley.schedule where repository_id = $1 and series = $2", [
      row.repository_id,
      row.series,
    ]);
    return false;
  }
  await transaction.query(
    "update galley.schedule set next_at = $3 where repository_id = $1 and series = $2",
    [row.repository_id, row.series, next.toISOString()],
  );
  return true;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * One scheduled draft of a series at a time, or two could be opened side by side. Work that is not finished
 * after a day will not open anything any more, and must not hold the series.
 */
async function isBusy(transaction: Queryable, row: DueRow, now: Date): Promise<boolean> {
  const rows = await transaction.query(
    `select 1 from galley.work
     where kind = 'schedule' and repository_id = $1 and subject = $2 and outcome is null and asked_at > $3 limit 1`,
    [row.repository_id, identifySeries(row.series), new Date(now.getTime() - dayMs).toISOString()],
  );
  return rows.length > 0;
}
