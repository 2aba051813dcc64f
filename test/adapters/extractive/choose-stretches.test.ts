import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseStretches } from "../../../src/adapters/extractive/choose-stretches.ts";
import { queues, stretchesOf } from "./material.ts";

const { index, stretches } = stretchesOf(queues, new Map([["queue", 1]]));
const choose = (taken: ReadonlySet<number> = new Set()) =>
  chooseStretches(stretches, { most: 6, atLeast: 4, taken }, index);

test("no sentence is chosen twice, and none that is taken", () => {
  const first = choose();
  const numbers = first.flatMap(({ units }) => units.map((unit) => unit.index));
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(first.length >= 4 && first.length <= 6);
  assert.ok(
    choose(new Set(numbers))
      .flatMap(({ units }) => units)
      .every((unit) => !numbers.includes(unit.index)),
  );
});

test("nothing to choose from gives nothing", () => {
  assert.deepEqual(chooseStretches([], { most: 6, atLeast: 4, taken: new Set() }, index), []);
});
