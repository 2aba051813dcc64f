import type { PgBoss } from "pg-boss";
import { z } from "zod";

/** A limit or an outage that was not over after a day is a failure like any other. */
const longestMs = 24 * 60 * 60 * 1000;

/** A limit that comes again at once is waited for longer each time, whatever was said (docs.github.com asks for it). */
const firstWaitMs = 1_000;
const mostDoublings = 9;

/** An outage has outlasted the queue's own retries by then: five minutes, and up to eighty. */
const firstOutageWaitMs = 5 * 60 * 1000;
const mostOutageDoublings = 4;

/** What the queue's message remembers of waiting, beside the id of the work. */
const Waited = z.looseObject({
  waits: z.int().nonnegative().default(0),
  waitingSince: z.string().optional(),
  /** The queue that it waits in: the one where failed jobs go gets the message as it was, and begins anew. */
  waitingIn: z.string().optional(),
});

/**
 * When a job that ran into a limit, or into an outage when no time is given, is to be tried again, and what its
 * message then remembers; null when it has waited for a day.
 */
export function planWait(
  data: unknown,
  { queue, retryAfterMs }: { readonly queue: string; readonly retryAfterMs: number | undefined },
  now: Date,
): { readonly data: object; readonly startAfter: Date } | null {
  const { waits: counted, waitingSince, waitingIn, ...rest } = Waited.parse(data);
  const isAnew = waitingIn !== queue;
  const waits = isAnew ? 0 : counted;
  const since = (isAnew ? undefined : waitingSince) ?? now.toISOString();
  const startAfter = new Date(now.getTime() + decideWait(waits, retryAfterMs));
  if (startAfter.getTime() - Date.parse(since) > longestMs) return null;
  return { data: { ...rest, waits: waits + 1, waitingSince: since, waitingIn: queue }, startAfter };
}

function decideWait(waits: number, retryAfterMs: number | undefined): number {
  if (retryAfterMs === undefined) return firstOutageWaitMs * 2 ** Math.min(waits, mostOutageDoublings);
  return Math.max(retryAfterMs, firstWaitMs * 2 ** Math.min(waits, mostDoublings));
}

/**
 * Gives an active job back to the queue until then. Only a job that is not active can be changed (pg-boss 12.30,
 * `updateJob`), so it fails first; its limit of retries grows by the one that this costs. Should the process die
 * in between, the job is tried again a little early.
 */
export async function putBack(
  boss: PgBoss,
  job: { readonly queue: string; readonly id: string; readonly retryLimit: number },
  wait: { readonly data: object; readonly startAfter: Date },
): Promise<void> {
  const { queue, id, retryLimit } = job;
  await boss.fail(queue, id, { message: "put back" });
  await boss.update(queue, wait.data, { id, startAfter: wait.startAfter, retryLimit: retryLimit + 1 });
}
