import { setTimeout as delay } from "node:timers/promises";
import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

const beatMs = 1_000;

/** Does something every second, one after the other, until it is stopped. A failure is logged, and the next beat tries again. */
export function startBeat(work: () => Promise<void>, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const beating = (async () => {
    for (;;) {
      // Aborted, the wait rejects; that ends the beat.
      await delay(beatMs, undefined, { signal: stopping.signal, ref: false });
      try {
        await work();
      } catch (thrown) {
        log.warn({ err: toError(thrown) }, "Could not sign on in the database");
      }
    }
  })().catch(() => undefined);
  return {
    async stop() {
      stopping.abort();
      await beating;
    },
  };
}
