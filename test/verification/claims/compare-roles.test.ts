import assert from "node:assert/strict";
import { test } from "node:test";
import { comparePairs, matchInOrder } from "../../../src/verification/claims/compare-roles.ts";
import type { Role } from "../../../src/verification/claims/resolve-people.ts";

const roles = (keys: string): Role[] =>
  keys.split(" ").map((key) => ({ key, isContent: true, weight: 1, subject: "@?" }));

test("in the same order", () => {
  assert.equal(matchInOrder(roles("@0 call @1"), roles("@0 now call @1")), 1);
  assert.equal(matchInOrder(roles("@1 call @0"), roles("@0 call @1")), 1 / 3);
});

test("somebody unnamed may be anybody, for a little less", () => {
  assert.equal(matchInOrder(roles("@? call"), roles("@0 call")), 0.9);
  assert.equal(matchInOrder(roles("@0 call"), roles("@* call")), 0.9);
  assert.equal(matchInOrder(roles("@0 call"), roles("@1 call")), 0.5);
});

test("neighbours of the claim that are neighbours in the talk", () => {
  assert.equal(comparePairs(roles("@0 call @1"), [roles("@0 call @1")]), 1);
  assert.equal(comparePairs(roles("@0 call @1"), [roles("@0 call @0")]), 0.5);
  assert.equal(comparePairs(roles("@? call @1"), [roles("@0 call @*")]), 1);
  assert.equal(comparePairs(roles("a b"), [roles("b a")]), 0);
  assert.equal(comparePairs(roles("a"), []), 1);
});
