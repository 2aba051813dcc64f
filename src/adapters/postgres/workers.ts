import { type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { PermanentError, toError } from "../../errors.ts";
import type { Job } from "../../jobs/payload.ts";
import type { Log } from "../../ports/log.ts";
import type { QueueDatabase } from "./database.ts";
import type { Instance } from "./instances.ts";
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
export async function startBoss(database: QueueDatabase, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({ ...database.boss, useListenNotify: true, schedule: false });
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
 * Works on the queues until `stop`. On a stop the signal of each job aborts first (a model call ends, a
 * request under way may finish), then the queue waits for what is left of the time.
 */
export async function startWorkers(
  boss: PgBoss,
  tasks: Tasks,
  { instance, log }: { readonly instance: Pick<Instance, "hold" | "letGo">; readonly log: Log },
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const work = async (queue: string, task: Tasks["perform"]) => {
    const workerId = await boss.work(queue, { ...workerSettings, perJobResults: true }, async ([item]) => {
      if (!item) return [];
      try {
        await instance.hold(item.id);
        return [await runJob(item, queue, task, AbortSignal.any([item.signal, stopping.signal]), log)];
      } finally {
        instance.letGo(item.id);
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
