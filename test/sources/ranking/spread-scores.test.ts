import assert from "node:assert/strict";
import { test } from "node:test";
import { createSpreader, scaleToOne } from "../../../src/sources/ranking/spread-scores.ts";

const { spread, average } = createSpreader(Float64Array.of(0, 10, 20, 1e6), Float64Array.of(1, 1, 2, 1));

test("a value fades to 1/e at its reach, to both sides, and not into another source", () => {
  const faded = [...spread(Float64Array.of(0, 1, 0, 0), 10)];
  assert.deepEqual(
    faded.map((value) => Number(value.toFixed(3))),
    [0.368, 1, 0.368, 0],
  );
});

test("values add up", () => assert.equal(spread(Float64Array.of(1, 0, 1, 0), 10)[1]?.toFixed(3), "0.736"));

test("the mean of equal values is that value, whatever their sizes", () =>
  assert.deepEqual(
    [...average(Float64Array.of(3, 3, 3, 3), 10)].map((value) => value.toFixed(6)),
    ["3.000000", "3.000000", "3.000000", "3.000000"],
  ));

test("the greatest becomes 1, and nothing stays nothing", () => {
  assert.deepEqual([...scaleToOne(Float64Array.of(1, 4))], [0.25, 1]);
  assert.deepEqual([...scaleToOne(Float64Array.of(0, 0))], [0, 0]);
});
