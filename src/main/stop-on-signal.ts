import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

/** Platforms kill after ten seconds. A database or a GitHub that does not answer must not make us wait for that. */
const mostMs = 9_500;

/**
 * Ends the process at SIGTERM or SIGINT, in order while there is time: what is under way after that is taken up as
 * after a kill, and nothing is lost. Returns how to let go of the signals again.
 */
export function stopOnSignal(log: Log, stop: () => Promise<void>): () => void {
  let isStopping = false;
  const end = (signal: string) => {
    // Ctrl-C reaches the whole group, and who started us may then ask us to stop as well.
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "Stopping");
    setTimeout(() => {
      log.warn({}, "Stopped before everything had ended; it is taken up again");
      process.exit(0);
    }, mostMs);
    stop().then(
      () => process.exit(0),
      (thrown) => {
        log.error({ err: toError(thrown) }, "Could not stop in order");
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  return () => {
    process.off("SIGTERM", end);
    process.off("SIGINT", end);
  };
}
