import type { NewJob } from "../jobs/payload.ts";

/**
 * What became of a request for work. `duplicate`: this delivery, or this very work, was accepted before.
 * `too-many`: the asker has spent the commands of this hour.
 */
export type Enqueued = "enqueued" | "duplicate" | "too-many";

/** Takes work in. When `enqueue` has answered, the work outlives the process. */
export interface JobQueue {
  enqueue(request: { readonly deliveryId: string; readonly job: NewJob }): Promise<Enqueued>;
}
