import assert from "node:assert/strict";
import { test } from "node:test";
import { showAlive } from "../../src/main/show-alive.ts";

const log = { debug() {}, info() {}, warn() {}, error: () => assert.fail("nothing fails here") };

test("a process beats on while it gives much work to the queue", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const calls: string[] = [];
  const note = (what: string) => async () => void calls.push(what);
  const busy = Promise.withResolvers<void>();
  const dispatch = () => {
    calls.push("dispatch");
    return busy.promise;
  };
  const alive = showAlive({ beat: note("beat"), takeOver: note("take over"), dispatch, log });
  for (let second = 0; second < 3; second += 1) {
    await new Promise(setImmediate);
    t.mock.timers.tick(1_000);
  }
  await new Promise(setImmediate);
  assert.equal(calls.filter((call) => call === "beat").length, 4);
  assert.deepEqual(
    calls.filter((call) => call !== "beat"),
    ["take over", "dispatch"],
    "which is done by one after the other, and not begun anew meanwhile",
  );
  busy.resolve();
  await alive.stop();
});
