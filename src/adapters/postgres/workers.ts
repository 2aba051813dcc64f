import { type JobWithMetadata, PgBoss } from "pg-boss";
import type { Job } from "../../jobs/payload.ts";
import type { Log } from "../../ports/log.ts";
import type { QueueDatabase } from "./database.ts";
import type { Instance } from "./instances.ts";
import { putBack } from "./put-back.ts";
import { queueSettings, stopTimeoutMs, workerSettings } from "./queue-settings.ts";
import { failedQueue, runJob, type Tasks } from "./run-job.ts";

/** One queue a kind, so that an answer does not wait behind a draft. */
const queues: readonly Job["kind"][] = [
  "draft",
  "angles",
  "reply",
  "close",
  "linkedin",
  "release",
  "review",
  "settings",
  "schedule",
];

/** The id of no job. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Not so soon that it comes back again and again while the one in hand has only begun. */
const handBackMs = 1_000;

/** Starts the queue without working on it. */
export async function startBoss(database: QueueDatabase, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({ ...database.boss, useListenNotify: true, schedule: false });
  boss.on("error", (error) => log.error({ err: error }, "The queue reported an error"));
  try {
    await boss.start();
    await createQueues(boss);
    return boss;
  } catch (thrown) {
    // Another attempt begins with another one; this one must not go on looking after queues.
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw thrown;
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(failedQueue, queueSettings);
  for (const queue of queues) {
    await boss.createQueue(queue, { ...queueSettings, deadLetter: failedQueue });
    // Creating it empties the engine's memory of it. Read again inside the transaction of a delivery, on an
    // engine with one connection, it would wait for that transaction for ever.
    await boss.findJobs(queue, { id: nobody });
  }
}

/**
 * Works on the queues until `stop`. On a stop the signal of each job aborts first (a model call ends, a
 * request under way may finish), then the queue waits for what is left of the time.
 */
export async function startWorkers(
  boss: PgBoss,
  tasks: Tasks,
  { instance, log }: { readonly instance: Pick<Instance, "hold" | "holds" | "letGo">; readonly log: Log },
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  // Workers that ask at the same moment do not see each other's group (pg-boss 12.30, `fetchNextJob`): a burst of one
  // installation took every place. So a process has one of a group, be it at the price of giving jobs back.
  const groupsInHand = new Set<string>();
  const work = async (queue: string, task: Tasks["perform"]) => {
    const workerId = await boss.work(queue, { ...workerSettings, perJobResults: true }, async (items) => {
      const [item] = items;
      if (!item) return [];
      const group = `${queue} ${item.groupId ?? item.id}`;
      if (groupsInHand.has(group)) {
        await putBack(boss, { queue, ...item }, delayALittle(item));
        return tellNothing(items);
      }
      groupsInHand.add(group);
      try {
        await instance.hold(item.id);
        const isStillOurs = () => instance.holds(item.id);
        const result = await runJob(
          item,
          { queue, boss, task, tasks, isStillOurs, log },
          AbortSignal.any([item.signal, stopping.signal]),
        );
        return result ? [result] : tellNothing(items);
      } finally {
        groupsInHand.delete(group);
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
 * The queue's word on a job by its id counts whoever has the job by then (pg-boss 12.30, `failJobsByIdWithOutputs`),
 * and one that is left out of the answer fails. So what is another's by now is taken out of the batch itself.
 */
function tellNothing(items: unknown[]): [] {
  items.length = 0;
  return [];
}

/** The others of its group are given out only when the one in hand has ended: it has time. */
function delayALittle({ data }: Pick<JobWithMetadata<unknown>, "data">) {
  return { data: Object(data) as object, startAfter: new Date(Date.now() + handBackMs) };
}
