import assert from "node:assert/strict";
import { test } from "node:test";
import { indexUnits, weighTerm } from "../../../src/sources/ranking/index-units.ts";
import { bakery } from "./talk.ts";

test("a term is found where it stands, as often as it stands there", () => {
  assert.deepEqual(bakery.postings.get("oven"), { units: [0, 1, 3, 4], counts: [1, 1, 2, 1] });
  assert.equal(bakery.postings.get("the"), undefined);
});

test("a rare term tells more than a frequent one, and one that never occurs most", () => {
  assert.ok(weighTerm(bakery, "chimnei") > weighTerm(bakery, "oven"));
  assert.ok(weighTerm(bakery, "zebra") > weighTerm(bakery, "chimnei"));
});

test("places are counted in words, and sources lie out of each other's reach", () => {
  const two = indexUnits([
    { speaker: null, text: "one two three", source: 0 },
    { speaker: null, text: "four", source: 0 },
    { speaker: null, text: "five", source: 1 },
  ]);
  assert.deepEqual([...two.places].slice(0, 2), [4, 11]);
  assert.ok((two.places[2] ?? 0) > 1e6);
  assert.deepEqual([...two.fromStart], [4, 11, 3]);
  assert.deepEqual([...two.toEnd], [10, 3, 3]);
});

test("nothing is indexed as nothing", () => assert.equal(indexUnits([]).places.length, 0));
