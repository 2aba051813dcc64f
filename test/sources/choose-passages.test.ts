import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePassages } from "../../src/sources/choose-passages.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { describePassage } from "../../src/sources/passage.ts";
import { readFixture, sourceOf } from "../fixtures/sources.ts";

const queues = readFixture("two-engineers-on-queues.md");
const choose = (subject: string, maxCharacters: number, rest: object = {}) =>
  choosePassages([queues], subject, { maxCharacters, ...rest });

test("what fits as a whole is taken as a whole", () => {
  const { passages, leftOut } = choose("anything", 100_000);
  assert.equal(leftOut, 0);
  assert.equal(passages.length, queues.utterances.length);
});

test("with little room, what is about the subject is taken, in the order of the source", () => {
  const { passages, leftOut } = choose("dead letter queue and its owner", 900);
  const ids = passages.map(describePassage);
  assert.ok(ids.includes("S1:u9.1-9.4"), ids.join());
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => Number(/u(\d+)/.exec(a)?.[1]) - Number(/u(\d+)/.exec(b)?.[1])),
  );
  assert.ok(leftOut > 10);
});

test("negative control: another subject takes other passages", () => {
  const ids = choose("small team starting with a table in the database", 900).passages.map(describePassage);
  assert.ok(ids.includes("S1:u13.1-13.4") && !ids.includes("S1:u9.1-9.4"), ids.join());
});

test("what is to be kept goes first", () => {
  const { passages: keep } = choose("small team starting with a table in the database", 500);
  const { passages } = choose("dead letter queue and its owner", 900, { keep });
  assert.ok(keep.every((one) => passages.some((other) => describePassage(other) === describePassage(one))));
});

test("every source is heard before one is heard twice", () => {
  const other = parseTranscript(sourceOf("**Ana:** Bread rises slowly in winter.", "bread.md", "S2"));
  const { passages } = choosePassages([queues, other], "queues", { maxCharacters: 700 });
  assert.ok(passages.some(({ source }) => source === "S2"));
});

test("nothing to choose from is nothing chosen", () =>
  assert.deepEqual(choosePassages([], "x", { maxCharacters: 10 }), { passages: [], leftOut: 0 }));

test("a day of talk is chosen from within a second", () => {
  const line = "**Ana:** Seeds and storms outlive the people who planted them, they say. Do they?\n\n";
  const long = parseTranscript(sourceOf(line.repeat(20_000)));
  const started = performance.now();
  choosePassages([long], "storms", { maxCharacters: 32_000 });
  assert.ok(performance.now() - started < 3000);
});
