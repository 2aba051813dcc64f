import assert from "node:assert/strict";
import { test } from "node:test";
import { readQuestion } from "../../../src/sources/ranking/read-question.ts";
import { ask, bakery } from "./talk.ts";

test("words of asking are left out, words of reporting count little", () => {
  const { terms } = readQuestion(ask("Summarize the discussion about the proposed oven"), bakery);
  assert.deepEqual(
    [...terms],
    [
      ["propos", 0.3],
      ["oven", 1],
    ],
  );
});

test("who is named is looked for by their turns, not by the words of the name", () => {
  const { terms, spoken } = readQuestion(ask("What did Tom Hale think about flour?"), bakery);
  assert.deepEqual([...terms.keys()], ["flour"]);
  assert.deepEqual([...spoken], [1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1]);
});

test("a field counts by its weight, and a long one less with each word", () => {
  const long =
    "rye wheat barley oats millet maize rice sorghum teff spelt emmer einkorn durum semolina quinoa";
  const { terms } = readQuestion([...ask("oven"), { text: `oven ${long}`, weight: 0.5 }], bakery);
  assert.equal(terms.get("oven"), 1);
  assert.equal(terms.get("rye"), 0.5 * (12 / 16));
});

test("a whole subject is asked for, or a detail of it", () => {
  assert.ok(readQuestion(ask("Summarize the discussion about rye"), bakery).isBroad);
  assert.ok(!readQuestion(ask("Why rye, when in the discussion about flour?"), bakery).isBroad);
});
