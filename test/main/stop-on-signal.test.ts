import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { stopOnSignal } from "../../src/main/stop-on-signal.ts";

/** What the process does when it is told to end, with the time in our hands. */
function listen(t: TestContext, stop: () => Promise<void>) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const codes: unknown[] = [];
  t.mock.method(process, "exit", (code: unknown) => void codes.push(code));
  const warned: string[] = [];
  const warn = (_fields: object, message: string) => void warned.push(message);
  t.after(stopOnSignal({ debug() {}, info() {}, warn, error: warn }, stop));
  const settle = () => new Promise(setImmediate);
  return { codes, warned, settle };
}

test("SIGTERM ends the process in order, and at once when nothing is left", async (t) => {
  const { codes, warned, settle } = listen(t, async () => {});
  process.emit("SIGTERM");
  await settle();
  assert.deepEqual([codes, warned], [[0], []]);
});

test("what does not end is not waited for until the platform kills", async (t) => {
  const { codes, warned, settle } = listen(t, () => new Promise(() => {}));
  process.emit("SIGINT");
  t.mock.timers.tick(9_000);
  await settle();
  assert.deepEqual(codes, []);
  t.mock.timers.tick(1_000);
  await settle();
  assert.deepEqual(codes, [0]);
  assert.deepEqual(warned, ["Stopped before everything had ended; it is taken up again"]);
});

test("a stop that fails says so by its code", async (t) => {
  const { codes, warned, settle } = listen(t, () => Promise.reject(new Error("no")));
  process.emit("SIGTERM");
  await settle();
  assert.deepEqual([codes, warned], [[1], ["Could not stop in order"]]);
});
