import type { Database } from "../adapters/postgres/database.ts";
import { tick } from "../triggers/tick.ts";
import type { Outside } from "./create-tasks.ts";
import type { KeptTrying } from "./keep-trying.ts";
import { lookForMissed } from "./look-for-missed.ts";
import { repeat } from "./repeat.ts";
import type { Work } from "./start-work.ts";

/** What is done again and again while the process serves. */
export type Recurring = {
  /** Takes in what is due by the clock; the timer does the same. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** Begins when the work stands, be it later: due schedules, and what was missed. Deliveries can be taken by then. */
export function startRecurring(
  work: KeptTrying<Work>,
  options: Outside & { readonly database: Database; readonly tickIntervalMs: number },
): Recurring {
  const { database, log, tickIntervalMs } = options;
  let running: Recurring | undefined;
  void work.standing.then(({ queue, schedules, places }) => {
    const ticking = repeat((signal) => tick({ schedules, log }, signal), tickIntervalMs, log);
    const looking = lookForMissed({ ...options, database, queue, places });
    running = {
      tick: ticking.now,
      async stop() {
        await Promise.all([ticking.stop(), looking.stop()]);
      },
    };
  });
  return {
    tick: async () => await running?.tick(),
    stop: async () => await running?.stop(),
  };
}
