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
  return ({ event, action, payload }) => {
    // What was held goes when this one is on its way.
    if (timer) setImmediate(letGo);
    const met = plan.meet("webhook", action === undefined ? [event] : [event, `${event}.${action}`]);
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

/** A pull request that was closed, and of which the same payload says that it is open. */
function contradict(payload: Delivery["payload"]): Delivery["payload"] {
  const pull = payload.pull_request;
  if (typeof pull !== "object" || pull === null) return payload;
  const changed = { ...pull, state: "open", merged: false, merged_at: null, merge_commit_sha: null };
  return { ...payload, pull_request: changed };
}
