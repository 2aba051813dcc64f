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

const nameOne = (...phrases: [string, string | null][]) =>
  nameSections(
    sections.slice(0, 1),
    () =>
      phrases.map(([text, topic], at) => ({
        text,
        topic,
        isName: /^[A-Z]/.test(text),
        stems: text.split(" "),
        score: 10 - at,
      })),
    new Set(),
    () => "Lindqvist",
  )[0]?.heading;

test("a plain noun by itself is no heading; with the speaker, or with a second one, it is", () => {
  assert.equal(nameOne(["retries", "retries"]), "Lindqvist on retries");
  assert.equal(nameOne(["retries", "retries"], ["owners", "owners"]), "Retries and owners");
  assert.equal(nameOne(["wrapper", null]), "As Lindqvist sees it");
});

test("a phrase or a name is a heading, and keeps its letters", () => {
  assert.equal(nameOne(["dead letter queue", "the dead letter queue"]), "The dead letter queue");
  assert.equal(nameOne(["dead letter", null]), "Dead letter");
  assert.equal(nameOne(["Kickstarter", "Kickstarter"]), "Kickstarter");
  assert.equal(nameOne(["iPhone development", "iPhone development"]), "iPhone development");
});

test("without a phrase the heading names who speaks, each time in other words, and there is no topic", () => {
  const named = nameSections(
    sections,
    () => [],
    new Set(),
    () => "Lindqvist",
  );
  assert.deepEqual(
    named.map(({ topic }) => topic),
    [null, null],
  );
  assert.equal(new Set(named.map(({ heading }) => heading)).size, 2);
});
