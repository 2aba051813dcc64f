import assert from "node:assert/strict";
import { test } from "node:test";
import { repeat } from "../../src/main/repeat.ts";

const never = 2 ** 31 - 1;

function createLog() {
  const lines: string[] = [];
  const note = (_fields: object, message: string) => void lines.push(message);
  return { lines, debug: note, info: note, warn: note, error: note };
}

test("it is done at once, and again on request, never twice at the same time", async () => {
  let running = 0;
  let count = 0;
  const repeated = repeat(
    async () => {
      running += 1;
      assert.equal(running, 1);
      await Promise.resolve();
      count += 1;
      running -= 1;
    },
    never,
    createLog(),
  );
  await Promise.all([repeated.now(), repeated.now()]);
  assert.equal(count, 3);
  await repeated.stop();
  await repeated.now();
  assert.equal(count, 3);
});

test("a failure is a line, and the next time comes", async () => {
  const log = createLog();
  let count = 0;
  const work = async () => {
    count += 1;
    if (count === 1) throw new Error("the database is away");
  };
  const repeated = repeat(work, never, log);
  await repeated.now();
  assert.equal(count, 2);
  assert.deepEqual(log.lines, ["Recurring work failed"]);
  await repeated.stop();
});

test("the timer comes back", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let count = 0;
  const work = async () => {
    count += 1;
    if (count === 3) resolve();
  };
  // The timer keeps no process alive: this one does, for as long as the test takes.
  const alive = setInterval(() => {}, 1_000);
  const repeated = repeat(work, 1, createLog());
  await promise;
  await repeated.stop();
  clearInterval(alive);
});

test("a stop tells what is under way, and waits for it", async () => {
  let hasEnded = false;
  const begun = Promise.withResolvers<void>();
  const work = async (signal: AbortSignal) => {
    begun.resolve();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    hasEnded = true;
  };
  const repeated = repeat(work, never, createLog());
  await begun.promise;
  await repeated.stop();
  assert.equal(hasEnded, true);
});
