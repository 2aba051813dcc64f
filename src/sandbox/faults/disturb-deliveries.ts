import type { Delivery } from "../github/delivery.ts";
import type { Disturbance, Webhooks } from "../github/webhooks.ts";
import type { FaultPlan } from "./plan.ts";

/** One that waits for the next to overtake it does not wait longer than this. */
const longestHoldMs = 5_000;

/** Lets deliveries meet their faults; they go by `event` and by `event.action`. */
export function disturbDeliveries(
  webhooks: Pick<Webhooks, "release">,
  plan: FaultPlan,
): (delivery: Readonly<Delivery>) => Disturbance | undefined {
  let timer: NodeJS.Timeout | undefined;
  const letGo = () => {
    clearTimeout(timer);
    timer = undefined;
    void webhooks.release();
  };
  return (delivery) => {
    const { event, action, payload } = delivery;
    // What was held goes when this one is on its way.
    if (timer) setImmediate(letGo);
    const names = action === undefined ? [event] : [event, `${event}.${action}`];
    const [met] = plan.meet("webhook", names, (kind) => kind !== "inconsistent" || isOfClosed(delivery));
    switch (met?.kind) {
      case "duplicate":
        return "twice";
      case "lost":
        return "lose";
      case "late":
        setTimeout(() => void webhooks.release(), met.delayMs).unref();
        return "hold";
      case "reordered":
        timer = setTimeout(letGo, longestHoldMs).unref();
        return "hold";
      case "inconsistent":
        return { payload: contradict(payload) };
      default:
        return undefined;
    }
  };
}

/** Only what says that a pull request was closed has something to contradict. */
function isOfClosed({ event, action, payload }: Readonly<Delivery>): boolean {
  return event === "pull_request" && action === "closed" && typeof payload.pull_request === "object";
}

/** A pull request that was closed, and of which the same payload says that it is open. */
function contradict(payload: Delivery["payload"]): Delivery["payload"] {
  const pull = payload.pull_request;
  const changed = {
    ...(pull as object),
    state: "open",
    merged: false,
    merged_at: null,
    merge_commit_sha: null,
  };
  return { ...payload, pull_request: changed };
}
