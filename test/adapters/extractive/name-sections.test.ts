import assert from "node:assert/strict";
import { test } from "node:test";
import { createPhraseFinder } from "../../../src/adapters/extractive/find-phrases.ts";
import { nameSections } from "../../../src/adapters/extractive/name-sections.ts";
import { queues, stretchesOf } from "./material.ts";

const query = new Map([
  ["queue", 1],
  ["dead", 1],
  ["team", 1],
  ["order", 1],
]);
const { index, stretches } = stretchesOf(queues, query);
const sections = [stretches.slice(0, 1), stretches.slice(-1)];

test("names every section differently, with a capital", () => {
  const headings = nameSections(sections, createPhraseFinder(index, query), new Set()).map(
    ({ heading }) => heading,
  );
  assert.equal(new Set(headings).size, 2);
  for (const heading of headings) assert.match(heading, /^\p{Lu}/u);
});

test("without a phrase the heading is plain and there is no topic", () => {
  assert.deepEqual(
    nameSections(sections, () => [], new Set()),
    [
      { heading: "To begin with", topic: null },
      { heading: "A closer look", topic: null },
    ],
  );
});
