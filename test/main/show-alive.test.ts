import assert from "node:assert/strict";
import { test } from "node:test";
import { showAlive } from "../../src/main/show-alive.ts";

const log = { debug() {}, info() {}, warn() {}, error: () => assert.fail("nothing fails here") };

test("a process beats on while it waits for what a dead one left", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const calls: string[] = [];
  const note = (what: string) => async () => void calls.push(what);
  const busy = Promise.withResolvers<void>();
  const takeOver = () => {
    calls.push("take over");
    return busy.promise;
  };
  const wakeDispatcher = () => void calls.push("wake");
  const alive = showAlive({ beat: note("beat"), takeOver, wakeDispatcher, log });
  for (let second = 0; second < 3; second += 1) {
    await new Promise(setImmediate);
    t.mock.timers.tick(1_000);
  }
  await new Promise(setImmediate);
  assert.equal(calls.filter((call) => call === "beat").length, 4);
  assert.deepEqual(
    calls.filter((call) => call !== "beat"),
    ["take over"],
    "which is not begun anew meanwhile",
  );
  busy.resolve();
  await new Promise(setImmediate);
  assert.equal(calls.at(-1), "wake", "what it had not given to the queue is given to it after");
  await alive.stop();
});

test("what was taken in is given to the queue, though what a dead process left cannot be taken over", async () => {
  const calls: string[] = [];
  const failing = { ...log, error: () => void calls.push("log") };
  const takeOver = () => Promise.reject(new Error("deadlock detected"));
  const wakeDispatcher = () => void calls.push("wake");
  const alive = showAlive({ beat: async () => {}, takeOver, wakeDispatcher, log: failing });
  await new Promise(setImmediate);
  await alive.stop();
  assert.deepEqual(calls, ["wake", "log"]);
});
