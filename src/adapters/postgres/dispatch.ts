import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { toError } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";
import { asBossDatabase, type Database, type Queryable } from "./database.ts";

const mostTogether = 50;

/**
 * How long one row keeps the others waiting: a burst is taken in first. Given to the queue as fast as it came, it was
 * half of the database's work, and 250 a second are more than a process works off. Work that comes alone is dispatched
 * at once.
 */
const perRowMs = 4;

/** What comes together soon after is dispatched together. */
const leastPauseMs = 25;

const Row = z.object({
  id: z.string(),
  kind: z.string(),
  installation_id: z.string().nullable(),
  attempt: z.coerce.number(),
});

/** Gives work that was taken in to the queue. */
export type Dispatcher = {
  /** Soon, and once for all that came meanwhile. What fails is logged, and done by the next. */
  wake(): void;
  /** Now, as many as go together; how many that were. */
  dispatch(): Promise<number>;
  /** Dispatches no more; resolves when what is under way has ended. */
  stop(): Promise<void>;
};

/**
 * A delivery is answered when its work is in our table; what a process had no time to give to the queue after
 * that, another dispatch gives, here or in another process: whoever locks the rows first.
 */
export function createDispatcher(options: {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly log: Log;
}): Dispatcher {
  const { database, boss, log } = options;
  let underWay: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = false;

  async function dispatch(): Promise<number> {
    if (isStopped) return 0;
    return await database.transaction((transaction) => dispatchSome(transaction, boss));
  }

  async function dispatchAndPause(): Promise<void> {
    const count = await dispatch().catch((thrown) => {
      log.warn({ err: toError(thrown) }, "Could not give work to the queue yet");
      return 0;
    });
    if (count === mostTogether) isAskedAgain = true;
    await pause(Math.max(leastPauseMs, count * perRowMs));
  }

  function wake(): void {
    if (underWay) {
      isAskedAgain = true;
      return;
    }
    underWay = dispatchAndPause().finally(() => {
      underWay = undefined;
      if (!isAskedAgain) return;
      isAskedAgain = false;
      wake();
    });
  }

  return {
    wake,
    dispatch,
    async stop() {
      isStopped = true;
      await underWay;
    },
  };
}

async function dispatchSome(transaction: Queryable, boss: PgBoss): Promise<number> {
  const rows = await transaction.query(
    `select id::text as id, kind, installation_id, attempt from galley.work
     where queued_at is null and outcome is null order by asked_at limit ${mostTogether} for update skip locked`,
  );
  const works = rows.map((row) => Row.parse(row));
  if (works.length === 0) return 0;
  const db = asBossDatabase(transaction);
  for (const kind of new Set(works.map((work) => work.kind))) {
    const jobs = works
      .filter((work) => work.kind === kind)
      .map(({ id, installation_id: installation, attempt }) => ({
        // A job's id is its work's, but for work that is taken up again: the queue still knows the first one.
        id: attempt === 0 ? id : randomUUID(),
        data: { workId: id },
        group: { id: installation ?? "none" },
      }));
    await boss.insert(kind, jobs, { db });
  }
  await transaction.query("update galley.work set queued_at = now() where id = any($1::uuid[])", [
    works.map(({ id }) => id),
  ]);
  return works.length;
}
