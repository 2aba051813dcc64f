import assert from "node:assert/strict";
import { test } from "node:test";
import { measureUnits, sizesOf } from "../../../src/sources/ranking/measure-units.ts";
import { readQuestion } from "../../../src/sources/ranking/read-question.ts";
import { stretchWeights } from "../../../src/sources/ranking/weights.ts";
import { ask, bakery, top } from "./talk.ts";

const measure = (text: string) => measureUnits(bakery, readQuestion(ask(text), bakery));

test("every feature lies between 0 and 1 for each unit", () => {
  const get = measure("Summarize the discussion about rye and what Tom Hale said");
  for (const [name] of stretchWeights.features) {
    const values = [...get(name)];
    assert.equal(values.length, bakery.units.length);
    assert.ok(
      values.every((value) => value >= 0 && value <= 1),
      name,
    );
  }
});

test("a narrow question has no broad features, and one that names nobody no speaker", () => {
  const get = measure("Why rye?");
  assert.ok(get("broadCover600").every((value) => value === 0));
  assert.ok(get("speaker100").every((value) => value === 0));
});

test("the beginning and the end of a source are told", () => {
  assert.equal(top(measure("rye")("opening"), 1)[0], 0);
  assert.equal(top(measure("rye")("closing"), 1)[0], bakery.units.length - 1);
});

test("a unit that says next to nothing takes something", () => assert.equal(sizesOf(bakery)[2], 6));
