import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

/**
 * Runs a trigger. When it fails the delivery is answered with 503, so that GitHub keeps it for
 * redelivery; what went wrong stays in our log, because what is thrown on may reach an answer.
 */
export async function takeIn(deliveryId: string, log: Log, trigger: () => Promise<void>): Promise<void> {
  try {
    await trigger();
  } catch (thrown) {
    log.error({ deliveryId, err: toError(thrown) }, "Could not take in a delivery");
    throw Object.assign(new Error("not taken in; redeliver it later"), { status: 503 });
  }
}
