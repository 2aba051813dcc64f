import assert from "node:assert/strict";
import { test } from "node:test";
import { findFeedback } from "../../../src/sources/ranking/find-feedback.ts";
import { indexUnits } from "../../../src/sources/ranking/index-units.ts";

const units = Array.from({ length: 40 }, (_, at) => ({
  speaker: null,
  text: at < 3 ? "oven chimney heat again" : `again subject${at} aside`,
  source: 0,
}));
const index = indexUnits(units);
const relevance = Float64Array.from(units, (_, at) => (at < 3 ? 1 : 0.01));

test("what the best units share and the rest does not, without what is known", () =>
  assert.deepEqual(
    findFeedback(index, relevance, { known: new Set(["oven"]), mostTerms: 5, mostWords: 10 }).map(
      ([term]) => term,
    ),
    ["chimnei", "heat"],
  ));

test("negative control: nothing relevant shares nothing", () =>
  assert.deepEqual(
    findFeedback(index, new Float64Array(40), { known: new Set(), mostTerms: 5, mostWords: 10 }),
    [],
  ));
