import type { Log } from "../ports/log.ts";
import { repeat } from "./repeat.ts";

/** Often enough that a dead process is missed within seconds; a handful of statements that find nothing to do. */
const beatMs = 1_000;

/**
 * Beats, and looks every second for what a dead process left. Each by itself: a process that waits for a lock must not
 * be taken for dead over it.
 */
export function showAlive(parts: {
  readonly beat: () => Promise<void>;
  readonly takeOver: () => Promise<void>;
  readonly wakeDispatcher: () => void;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { beat, takeOver, wakeDispatcher, log } = parts;
  const beating = repeat(beat, beatMs, log);
  const looking = repeat(
    async () => {
      try {
        await takeOver();
      } finally {
        // What was taken in and not given to the queue: by a process that died in between, say. Whatever became of the rest.
        wakeDispatcher();
      }
    },
    beatMs,
    log,
  );
  return {
    async stop() {
      await Promise.all([beating.stop(), looking.stop()]);
    },
  };
}
