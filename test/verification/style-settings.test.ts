import assert from "node:assert/strict";
import { test } from "node:test";
import { StyleSettings } from "../../src/verification/style-settings.ts";

test("nothing is asked of style where nothing is said", () => {
  assert.deepEqual(StyleSettings.parse(undefined), { banned: [], words: { min: null, max: null } });
});

test("what cannot be meant is a mistake", () => {
  for (const style of [{ banned: [""] }, { banned: "leverage" }, { words: { min: 9, max: 3 } }, { word: {} }])
    assert.equal(StyleSettings.safeParse(style).success, false, JSON.stringify(style));
  assert.equal(StyleSettings.safeParse({ words: { min: 3, max: 3 } }).success, true);
});
