import assert from "node:assert/strict";
import { test } from "node:test";
import { takeInTogether } from "../../../src/adapters/postgres/take-in-together.ts";

/** Takes in numbers, each group when it is let; a negative one spoils its group, with an error of this code. */
function createGate(code = "22P02") {
  const groups: number[][] = [];
  const gates: (() => void)[] = [];
  const takeIn = async (numbers: readonly number[]) => {
    groups.push([...numbers]);
    await new Promise<void>((resolve) => gates.push(resolve));
    if (numbers.some((number) => number < 0)) throw Object.assign(new Error("spoiled"), { code });
    return numbers.map((number) => number * 10);
  };
  const enqueue = takeInTogether(takeIn, async () => {});
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  /** Lets group after group through until nobody waits. */
  const letAll = async () => {
    await turn();
    for (let gate = gates.shift(); gate; gate = gates.shift()) {
      gate();
      await turn();
    }
  };
  return { groups, enqueue, turn, letAll };
}

test("those that come in one moment go together, and those that come meanwhile: each with its own outcome", async () => {
  const { groups, enqueue, turn, letAll } = createGate();
  const first = [enqueue(1), enqueue(2)];
  await turn();
  const meanwhile = [enqueue(3), enqueue(4)];
  await turn();
  assert.deepEqual(groups, [[1, 2]], "one group is under way at a time");
  await letAll();
  assert.deepEqual(await Promise.all([...first, ...meanwhile]), [10, 20, 30, 40]);
  assert.deepEqual(groups, [
    [1, 2],
    [3, 4],
  ]);
  const later = enqueue(5);
  await letAll();
  assert.equal(await later, 50);
});

test("a group that fails is tried one by one: only the one that is wrong fails", async () => {
  const { groups, enqueue, letAll } = createGate();
  const outcomes = Promise.allSettled([enqueue(1), enqueue(2), enqueue(-3), enqueue(4)]);
  await letAll();
  assert.deepEqual(
    (await outcomes).map(({ status }) => status),
    ["fulfilled", "fulfilled", "rejected", "fulfilled"],
  );
  assert.deepEqual(groups, [[1, 2, -3, 4], [1], [2], [-3], [4]]);
});

test("a group that fails because nobody answers is not tried one by one: all hear of it at once", async () => {
  const { groups, enqueue, letAll } = createGate("ECONNRESET");
  const outcomes = Promise.allSettled([enqueue(1), enqueue(2), enqueue(-3), enqueue(4)]);
  await letAll();
  assert.deepEqual(
    (await outcomes).map(({ status }) => status),
    ["rejected", "rejected", "rejected", "rejected"],
  );
  assert.deepEqual(groups, [[1, 2, -3, 4]]);
});

test("no group is larger than one statement carries well", async () => {
  const { groups, enqueue, letAll } = createGate();
  const outcomes = Promise.all(Array.from({ length: 251 }, (_, number) => enqueue(number)));
  await letAll();
  assert.equal((await outcomes).length, 251);
  assert.deepEqual(
    groups.map(({ length }) => length),
    [100, 100, 51],
  );
});
