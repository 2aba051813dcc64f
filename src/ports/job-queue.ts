import type { NewJob, WorkKey } from "../jobs/payload.ts";

/**
 * What became of a request for work. `duplicate`: this delivery, or this very work, was accepted before.
 * `too-many`: the asker has spent the commands of this hour.
 */
export type Enqueued = "enqueued" | "duplicate" | "too-many";

/** Work to be done: the job, what makes it the same work as another, and the delivery that asked for it. */
export type WorkRequest = {
  /** Null when no delivery asked for it, but GitHub's state did. */
  readonly deliveryId: string | null;
  readonly key: WorkKey;
  readonly installationId: number;
  /** Null when nobody commanded it. */
  readonly asker: string | null;
  readonly job: NewJob;
};

/** Takes work in. When `enqueue` has answered, the work outlives the process. */
export interface JobQueue {
  enqueue(request: WorkRequest): Promise<Enqueued>;
}
