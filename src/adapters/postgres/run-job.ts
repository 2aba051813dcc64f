import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { z } from "zod";
import { PermanentError, RetryableError, SupersededError, toError } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";
import { planWait, putBack } from "./put-back.ts";
import { queueSettings, retries } from "./queue-settings.ts";

/** Where a job ends after its last attempt. */
export const failedQueue = "failed";

/**
 * Where an outage that outlasts the retries is waited for: nobody asks for these again, and what was merged is to be
 * published, and what failed is to be said, when GitHub is back.
 */
const patientQueues: readonly string[] = ["close", "settings", failedQueue];

/** What is done with a job, when every attempt at it has failed, and when even that has. */
export type Tasks = {
  perform(payload: unknown, signal: AbortSignal): Promise<void>;
  giveUp(payload: unknown, signal: AbortSignal): Promise<void>;
  endUnsaid(payload: unknown): Promise<void>;
};

/**
 * One attempt at a job. What cannot go better is not tried again. The queue keeps no word of the error: it
 * may speak of what a source says. Null when the queue is to be told nothing: it has the job back already, or
 * has given it to another process while this one was paused.
 */
export async function runJob(
  item: JobWithMetadata<unknown>,
  at: {
    readonly queue: string;
    readonly boss: PgBoss;
    readonly task: Tasks["perform"];
    readonly tasks: Pick<Tasks, "endUnsaid">;
    readonly isStillOurs: () => Promise<boolean>;
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<JobResult | null> {
  const { id, retryCount, retryLimit } = item;
  const { queue, task, log } = at;
  const workId = readWorkId(item);
  // Each time that a job was put back has cost one retry, and raised its limit by one.
  const attempt = retryCount - (retryLimit - queueSettings.retryLimit) + 1;
  const fields = { workId, queue, attempt, of: retries + 1 };
  try {
    log.info(fields, "Began a job");
    await task(item.data, signal);
    log.info(fields, "Ended a job");
    return { id, status: "completed" };
  } catch (thrown) {
    if (thrown instanceof SupersededError || !(await at.isStillOurs())) {
      log.warn({ ...fields, err: toError(thrown) }, "Left a job to another attempt");
      return null;
    }
    if (await putOff(item, thrown, { ...at, isLast: attempt > retries })) return null;
    const isHopeless = thrown instanceof PermanentError || attempt > retries;
    log.error({ ...fields, isHopeless, err: toError(thrown) }, "A job failed");
    if (isHopeless && queue === failedQueue) return await endForGood(item, at);
    return { id, status: isHopeless ? "deadletter" : "failed" };
  }
}

/** Nothing comes after this queue. Should the database be away as well, there is one retry to spare. */
async function endForGood(
  { id, data }: JobWithMetadata<unknown>,
  { tasks, log }: { readonly tasks: Pick<Tasks, "endUnsaid">; readonly log: Log },
): Promise<JobResult> {
  try {
    await tasks.endUnsaid(data);
    return { id, status: "completed" };
  } catch (thrown) {
    log.error({ queue: failedQueue, err: toError(thrown) }, "Could not end work that failed");
    return { id, status: "failed" };
  }
}

/**
 * A job that ran into a limit with a time to it goes back to the queue until then: it sits on no worker, and the
 * attempt is none of its retries. So does, after its last retry, one that nobody would ask for again.
 */
async function putOff(
  item: JobWithMetadata<unknown>,
  thrown: unknown,
  at: { readonly queue: string; readonly boss: PgBoss; readonly log: Log; readonly isLast: boolean },
): Promise<boolean> {
  const { queue, boss, log, isLast } = at;
  if (!(thrown instanceof RetryableError)) return false;
  const { retryAfterMs } = thrown;
  if (retryAfterMs === undefined && !(isLast && patientQueues.includes(queue))) return false;
  const { id, retryLimit } = item;
  const wait = planWait(item.data, { queue, retryAfterMs }, new Date());
  if (!wait) return false;
  await putBack(boss, { queue, id, retryLimit }, wait);
  const fields = { workId: readWorkId(item), queue, startAfter: wait.startAfter };
  if (retryAfterMs === undefined) log.warn({ ...fields, err: thrown }, "A job waits for an outage to end");
  else log.info(fields, "A job waits for a limit");
  return true;
}

/** A job's id is its work's, but for work that was taken up again. */
function readWorkId({ id, data }: Pick<JobWithMetadata<unknown>, "id" | "data">): string {
  return z.object({ workId: z.string() }).safeParse(data).data?.workId ?? id;
}
