import type { Database } from "../adapters/postgres/database.ts";
import { forgetOldDeliveries } from "../adapters/postgres/job-queue.ts";
import { forgetOldRedeliveries } from "../adapters/postgres/watch.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { type Repeated, repeat } from "./repeat.ts";

/** A process runs for months; what has grown old in an hour is forgotten by a short statement. */
const intervalMs = 60 * 60 * 1000;

/** Forgets what GitHub cannot send again, at once and every hour. The start does not wait for it, nor fail with it. */
export function forgetOld(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): Repeated {
  const { database, clock, log } = parts;
  return repeat(
    async () => {
      await forgetOldDeliveries(database, clock);
      await forgetOldRedeliveries(database, clock);
    },
    intervalMs,
    log,
  );
}
