import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { toError } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";
import { asBossDatabase, type Database, type Queryable } from "./database.ts";

const mostTogether = 200;

/**
 * What comes meanwhile goes together: under a burst, a transaction for each few was a third of the database's work.
 * Work that comes alone is dispatched at once.
 */
const betweenMs = 25;

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
  /** Now; resolves when nothing is left that was taken in before. */
  dispatch(): Promise<void>;
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

  async function dispatch(): Promise<void> {
    while (
      !isStopped &&
      (await database.transaction((transaction) => dispatchSome(transaction, boss))) === mostTogether
    );
  }

  function wake(): void {
    if (underWay) {
      isAskedAgain = true;
      return;
    }
    underWay = dispatch()
      .catch((thrown) => log.warn({ err: toError(thrown) }, "Could not give work to the queue yet"))
      .then(() => pause(betweenMs))
      .finally(() => {
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
