import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

/** Ends the process in order at SIGTERM or SIGINT. Returns how to let go of the signals again. */
export function stopOnSignal(log: Log, stop: () => Promise<void>): () => void {
  let isStopping = false;
  const end = (signal: string) => {
    // Ctrl-C reaches the whole group, and who started us may then ask us to stop as well.
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "Stopping");
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
