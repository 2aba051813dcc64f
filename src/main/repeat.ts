import { setTimeout as wait } from "node:timers/promises";
import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

/** Work that is done again and again. */
export type Repeated = {
  /** Does it now, after what is under way. Rejects when it fails, unlike the timer, which logs. */
  now(): Promise<void>;
  /** No more; resolves when what is under way has ended, or has had its time to. */
  stop(): Promise<void>;
};

/** A statement or a request under way may finish; a process that must end does not wait for GitHub. */
const stopMs = 2_000;

/** Does `work` at once and then every `intervalMs`, never twice at the same time. A failure is logged, and the next time comes. */
export function repeat(
  work: (signal: AbortSignal) => Promise<unknown>,
  intervalMs: number,
  log: Log,
): Repeated {
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let isWaiting = false;
  const now = async (): Promise<void> => {
    const turn = last
      .catch(() => {})
      .then(() => (stopping.signal.aborted ? undefined : work(stopping.signal)));
    last = turn;
    await turn;
  };
  const onTimer = () => {
    // One that takes longer than the interval must not pile up turns behind it.
    if (isWaiting) return;
    isWaiting = true;
    now()
      .catch((thrown) => log.error({ err: toError(thrown) }, "Recurring work failed"))
      .finally(() => {
        isWaiting = false;
      });
  };
  const timer = setInterval(onTimer, intervalMs);
  timer.unref();
  onTimer();
  return {
    now,
    async stop() {
      clearInterval(timer);
      stopping.abort(new Error("The process is stopping"));
      await Promise.race([last.catch(() => {}), wait(stopMs, undefined, { ref: false })]);
    },
  };
}
