import { identifyWork, type NewJob, type Target } from "../jobs/payload.ts";
import type { Enqueued, JobQueue } from "../ports/job-queue.ts";

/** Has the settings of a repository read again. The same cause is worked on once. */
export async function enqueueSettings(
  deliveryId: string,
  target: Target,
  because: string,
  world: { readonly queue: JobQueue },
): Promise<Enqueued> {
  const job: NewJob = { kind: "settings", target, because };
  const { installationId } = target;
  return await world.queue.enqueue({ deliveryId, key: identifyWork(job), installationId, asker: null, job });
}
