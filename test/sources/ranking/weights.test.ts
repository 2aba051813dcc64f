import assert from "node:assert/strict";
import { test } from "node:test";
import { momentWeights, stretchWeights } from "../../../src/sources/ranking/weights.ts";

test("no feature is weighed twice, and no weight is 0", () => {
  for (const { features } of [stretchWeights, momentWeights]) {
    assert.equal(new Set(features.map(([name]) => name)).size, features.length);
    assert.ok(features.every(([, weight]) => weight !== 0));
  }
});
