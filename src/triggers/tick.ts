import type { Log } from "../ports/log.ts";
import type { Schedules } from "../ports/schedules.ts";

/**
 * Takes in the work of every schedule that is due now, one after the other; the number of them. Only due rows
 * are read, however many there are. It ends early when the process is stopping.
 */
export async function tick(
  world: { readonly schedules: Schedules; readonly log: Log },
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const taken = await world.schedules.takeDue();
    if (taken === null) break;
    count += 1;
    world.log.info(taken, "A schedule was due");
  }
  return count;
}
