import assert from "node:assert/strict";
import { test } from "node:test";
import { matchLoosely } from "../../../src/sources/ranking/match-loosely.ts";
import { bakery } from "./talk.ts";

test("a misspelt word finds the one that is spelt most like it", () => {
  const terms = matchLoosely(new Map([["suplement", 1]]), bakery);
  assert.ok((terms.get("supplement") ?? 0) > 0.8);
});

test("negative control: what occurs is left alone, and a number is never guessed", () => {
  const terms = new Map([
    ["oven", 1],
    ["1234", 1],
    ["zebra", 1],
  ]);
  assert.deepEqual([...matchLoosely(terms, bakery)], [...terms]);
});
