import assert from "node:assert/strict";
import { test } from "node:test";
import { disturbDeliveries } from "../../../src/sandbox/faults/disturb-deliveries.ts";
import { createFaultPlan } from "../../../src/sandbox/faults/plan.ts";
import type { Delivery } from "../../../src/sandbox/github/delivery.ts";

/** The deliveries of two events, as the rule of this kind disturbs the first. */
function disturb(kind: string, payload: Delivery["payload"] = {}) {
  let released = 0;
  const plan = createFaultPlan();
  plan.set([{ service: "webhook", operation: "pull_request.closed", kind, delayMs: 0 }]);
  const release = async () => {
    released += 1;
  };
  const decide = disturbDeliveries({ release }, plan);
  const delivery = { event: "pull_request", action: "closed", payload } as unknown as Delivery;
  const other = { ...delivery, event: "push", action: undefined };
  return { first: decide(delivery), second: decide(other), released: () => released };
}

test("each kind, and the next delivery goes well", () => {
  const decided = ["duplicate", "lost", "late", "reordered"].map((kind) => {
    const { first, second } = disturb(kind);
    return [kind, first, second];
  });
  assert.deepEqual(decided, [
    ["duplicate", "twice", undefined],
    ["lost", "lose", undefined],
    ["late", "hold", undefined],
    ["reordered", "hold", undefined],
  ]);
});

test("what is reordered goes when the next one is on its way", async () => {
  const { released } = disturb("reordered");
  assert.equal(released(), 0);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(released(), 1);
});

test("an inconsistent payload says of a closed pull request that it is open", () => {
  const { first } = disturb("inconsistent", {
    action: "closed",
    pull_request: { number: 2, state: "closed", merged: true, merged_at: "2026-01-01T00:00:00Z" },
  });
  assert.deepEqual(first, {
    payload: {
      action: "closed",
      pull_request: { number: 2, state: "open", merged: false, merged_at: null, merge_commit_sha: null },
    },
  });
  // A payload without a pull request has nothing to contradict.
  assert.equal(disturb("inconsistent", { action: "closed" }).first, undefined);
});

test("what is inconsistent waits for the pull request to be closed: opened ones have nothing to contradict", () => {
  const plan = createFaultPlan();
  plan.set([{ service: "webhook", operation: "pull_request", kind: "inconsistent" }]);
  const decide = disturbDeliveries({ release: async () => {} }, plan);
  const send = (action: string) =>
    decide({ event: "pull_request", action, payload: { pull_request: {} } } as unknown as Delivery);
  assert.equal(send("opened"), undefined);
  assert.equal(plan.rules()[0]?.met, 0);
  assert.notEqual(send("closed"), undefined);
  assert.equal(plan.rules()[0]?.met, 1);
});
