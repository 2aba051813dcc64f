import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseStretches } from "../../../src/adapters/extractive/choose-stretches.ts";
import {
  fillSections,
  leadWithStrongest,
  mergeThin,
  mergeUnnamed,
  planSections,
} from "../../../src/adapters/extractive/plan-sections.ts";
import { queues, stretchesOf } from "./material.ts";

const { index, stretches } = stretchesOf(queues, new Map([["queue", 1]]));
const chosen = chooseStretches(stretches, { most: 8, atLeast: 8, taken: new Set() }, index);

test("makes three to five sections in the order of the talk", () => {
  const sections = planSections(chosen, index);
  assert.ok(sections.length >= 3 && sections.length <= 5);
  const order = sections.flat().map(({ units }) => units[0]?.index ?? -1);
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
});

test("a section of one gets a second that nothing else uses", () => {
  const [only, ...others] = chosen;
  assert.ok(only);
  const spare = stretches.filter(({ units }) => !units.some((unit) => only.units.includes(unit)));
  const [filled] = fillSections([[only], others], { spare });
  assert.equal(filled?.length, 2);
  assert.ok(filled?.every((stretch) => !others.includes(stretch)));
});

test("stays as it is without anything to add", () => {
  assert.deepEqual(fillSections([chosen.slice(0, 1)], { spare: [] }), [chosen.slice(0, 1)]);
});

test("a section without a name joins the one before, down to three", () => {
  const sections = chosen.slice(0, 5).map((stretch) => [stretch]);
  const named = (unnamed: readonly number[]) =>
    sections.map((_, at) => ({ topic: unnamed.includes(at) ? null : "queues" }));
  assert.deepEqual(
    mergeUnnamed(sections, named([4])).map(({ length }) => length),
    [1, 1, 1, 2],
  );
  assert.equal(mergeUnnamed(sections, named([1, 2, 3, 4])).length, 3);
  assert.equal(mergeUnnamed(sections, named([0])).length, 5);
});

test("the strongest section leads, the others keep their order", () => {
  const strength = (score: number) => chosen.slice(0, 1).map((stretch) => ({ ...stretch, score }));
  const sections = [strength(1), strength(3), strength(2)];
  assert.deepEqual(
    leadWithStrongest(sections).map(([stretch]) => stretch?.score),
    [3, 1, 2],
  );
  assert.deepEqual(leadWithStrongest([]), []);
});

test("a section of one short line joins its neighbour, but three sections stay", () => {
  const short = chosen.slice(0, 5).map((stretch) => [{ ...stretch, words: 12 }]);
  const merged = mergeThin(short);
  assert.equal(merged.length, 3);
  assert.equal(merged.flat().length, 5);
  const long = chosen.slice(0, 5).map((stretch) => [{ ...stretch, words: 60 }]);
  assert.equal(mergeThin(long).length, 5);
});
