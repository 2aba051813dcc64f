import { fromPglite, type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { z } from "zod";
import { PermanentError, toError } from "../../errors.ts";
import type { Job } from "../../jobs/payload.ts";
import type { Log } from "../../ports/log.ts";
import type { EmbeddedDatabase } from "./pglite.ts";
import { queueSettings, stopTimeoutMs, workerSettings } from "./queue-settings.ts";

/** One queue a kind, so that an answer does not wait behind a draft. */
const queues: readonly Job["kind"][] = [
  "draft",
  "reply",
  "close",
  "linkedin",
  "review",
  "settings",
  "schedule",
];

/** Where a job ends after its last attempt. */
const failedQueue = "failed";

/** The id of no job. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** What is done with a job, and what is done when every attempt at it has failed. */
export type Tasks = {
  perform(payload: unknown, signal: AbortSignal): Promise<void>;
  giveUp(payload: unknown, signal: AbortSignal): Promise<void>;
};

/** Starts the queue without working on it. */
export async function startBoss(database: EmbeddedDatabase, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    db: fromPglite(database.engine),
    backend: "pglite",
    useListenNotify: true,
    schedule: false,
    // A rebuild of indexes needs a connection of its own, and this engine has one in all.
    reindex: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "The queue reported an error"));
  await boss.start();
  await boss.createQueue(failedQueue, queueSettings);
  for (const queue of queues) {
    await boss.createQueue(queue, { ...queueSettings, deadLetter: failedQueue });
    // Creating it empties the engine's memory of it. Read again inside the transaction of a delivery, on an
    // engine with one connection, it would wait for that transaction for ever.
    await boss.findJobs(queue, { id: nobody });
  }
  return boss;
}

/**
 * Gives back at once what a dead process held: the folder's lock proves that nobody else is working on it,
 * so there is no need to wait until the job expires.
 */
export async function recoverOrphans(database: EmbeddedDatabase, boss: PgBoss, log: Log): Promise<void> {
  const rows = await database.query("select id, name from pgboss.job where state = 'active'");
  for (const { id, name } of rows.map((row) => z.object({ id: z.string(), name: z.string() }).parse(row))) {
    await boss.fail(name, id, { message: "the process died" });
    await boss.update(name, undefined, { id, startAfter: new Date(0) });
    log.warn({ workId: id, queue: name }, "Took up work that a dead process left");
  }
}

/**
 * Works on the queues until `stop`. On a stop the signal of each job aborts first (a model call ends, a
 * request under way may finish), then the queue waits for what is left of the time.
 */
export async function startWorkers(boss: PgBoss, tasks: Tasks, log: Log): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const work = async (queue: string, task: Tasks["perform"]) => {
    const workerId = await boss.work(queue, { ...workerSettings, perJobResults: true }, async ([item]) => {
      if (!item) return [];
      try {
        return [await runJob(item, queue, task, AbortSignal.any([item.signal, stopping.signal]), log)];
      } finally {
        // With groups a freed place is not announced by itself.
        boss.notifyWorker(workerId);
      }
    });
  };
  for (const queue of queues) await work(queue, tasks.perform);
  await work(failedQueue, tasks.giveUp);
  return {
    async stop() {
      stopping.abort(new Error("The process is stopping"));
      await boss.stop({ graceful: true, timeout: stopTimeoutMs });
    },
  };
}

/**
 * One attempt at a job. What cannot go better is not tried again. The queue keeps no word of the error: it
 * may speak of what a source says.
 */
async function runJob(
  item: JobWithMetadata<unknown>,
  queue: string,
  task: Tasks["perform"],
  signal: AbortSignal,
  log: Log,
): Promise<JobResult> {
  const { id, retryCount, retryLimit } = item;
  const fields = { workId: id, queue, attempt: retryCount + 1, of: retryLimit + 1 };
  try {
    log.info(fields, "Began a job");
    await task(item.data, signal);
    log.info(fields, "Ended a job");
    return { id, status: "completed" };
  } catch (thrown) {
    const isHopeless = thrown instanceof PermanentError;
    log.error({ ...fields, isHopeless, err: toError(thrown) }, "A job failed");
    return { id, status: isHopeless ? "deadletter" : "failed" };
  }
}
