import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePassages } from "../../src/sources/choose-passages.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { describePassage } from "../../src/sources/passage.ts";
import { readFixture, sourceOf } from "../fixtures/sources.ts";

const queues = readFixture("two-engineers-on-queues.md");
const countTokens = (text: string) => Math.ceil(text.length / 4);
const about = (text: string) => [{ text, weight: 1 }];
const choose = (subject: string, maxTokens: number, rest: object = {}) =>
  choosePassages([queues], about(subject), { maxTokens, countTokens, purpose: "moment", ...rest });

test("what fits as a whole is taken as a whole", () => {
  const { passages, leftOut } = choose("anything", 25_000);
  assert.equal(leftOut, 0);
  assert.equal(passages.length, queues.utterances.length);
});

test("with little room, what is about the subject is taken, in the order of the source", () => {
  const { passages, leftOut } = choose("dead letter queue and its owner", 300);
  const ids = passages.map(describePassage);
  assert.ok(ids.includes("S1:u9.1-9.4"), ids.join());
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => Number(/u(\d+)/.exec(a)?.[1]) - Number(/u(\d+)/.exec(b)?.[1])),
  );
  assert.ok(leftOut > 10);
});

test("negative control: another subject takes other passages", () => {
  const ids = choose("small team starting with a table in the database", 300).passages.map(describePassage);
  assert.ok(ids.includes("S1:u13.1-13.4") && !ids.includes("S1:u9.1-9.4"), ids.join());
});

test("what is to be kept goes first", () => {
  const { passages: keep } = choose("small team starting with a table in the database", 200);
  const { passages } = choose("dead letter queue and its owner", 300, { keep });
  assert.ok(keep.every((one) => passages.some((other) => describePassage(other) === describePassage(one))));
});

test("every source is heard before one is heard twice", () => {
  const other = parseTranscript(sourceOf("**Ana:** Bread rises slowly in winter.", "bread.md", "S2"));
  const { passages } = choosePassages([queues, other], about("queues"), {
    maxTokens: 200,
    countTokens,
    purpose: "stretch",
  });
  assert.ok(passages.some(({ source }) => source === "S2"));
});

test("what had no room is counted by source, and what is shown of it is not", () => {
  const all = queues.utterances.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const { passages, leftOut, leftOutOf } = choose("dead letter queue", 400, { purpose: "stretch" });
  const shown = passages.reduce((sum, one) => sum + one.lastSentence - one.firstSentence + 1, 0);
  assert.equal(shown + leftOut, all);
  assert.deepEqual(leftOutOf, { S1: leftOut });
});

test("what is shown stays within the room", () => {
  for (const maxTokens of [200, 400, 800]) {
    const { passages } = choose("dead letter queue", maxTokens, { purpose: "stretch" });
    const texts = passages.flatMap((one) =>
      queues.utterances
        .find(({ number }) => number === one.firstUtterance)
        ?.sentences.slice(one.firstSentence - 1, one.lastSentence)
        .map(({ text }) => text),
    );
    assert.ok(countTokens(texts.join(" ")) <= maxTokens, String(maxTokens));
  }
});

test("the points that are asked for are shown beside what bears on the whole", () => {
  const ask = (points: { text: string }[]) =>
    choose("starting with a table in the database", 300, { purpose: "stretch", points })
      .passages.map(describePassage)
      .join(" ");
  const asked = ask([{ text: "a dead letter queue and its owner" }]);
  assert.match(asked, /S1:u9\.1-9\.2 S1:u9\.3-9\.4 .*S1:u13\.1/);
  assert.doesNotMatch(ask([]), /S1:u9\.1/);
});

test("nothing to choose from is nothing chosen", () =>
  assert.deepEqual(choosePassages([], about("x"), { maxTokens: 10, countTokens, purpose: "stretch" }), {
    passages: [],
    leftOut: 0,
    leftOutOf: {},
  }));

test("of a day of talk only what is shown is counted, and the same is chosen each time", () => {
  const line = "**Ana:** Seeds and storms outlive the people who planted them, they say. Do they?\n\n";
  const long = parseTranscript(sourceOf(line.repeat(20_000)));
  let counted = 0;
  const choice = () =>
    choosePassages([long], about("storms"), {
      maxTokens: 8_000,
      countTokens: (text) => {
        counted += 1;
        return countTokens(text);
      },
      purpose: "stretch",
    });
  assert.deepEqual(choice(), choice());
  assert.ok(counted < 10_000, String(counted));
});
