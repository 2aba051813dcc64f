import { setTimeout as wait } from "node:timers/promises";
import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

/** A request under way may finish; a process that must end does not wait for GitHub. */
const stopMs = 2_000;

/** One thing that is looked at again and again. */
export type Look = (signal: AbortSignal) => Promise<void>;

/**
 * Looks at once and then at this interval, one after another. A look that fails is logged, and the next comes
 * all the same: whatever it did not do is still there to be done.
 */
export function keepLooking(looks: readonly Look[], intervalMs: number, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      for (const look of looks) {
        try {
          await look(signal);
        } catch (thrown) {
          if (!signal.aborted)
            log.warn({ err: toError(thrown) }, "Could not look for what was missed; the next look will");
        }
      }
      if (!signal.aborted) log.info({}, "Looked for what was missed");
      await wait(intervalMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort(new Error("The process is stopping"));
      await Promise.race([running, wait(stopMs, undefined, { ref: false })]);
    },
  };
}
