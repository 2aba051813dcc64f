import assert from "node:assert/strict";
import { test } from "node:test";
import { describePassage, type Passage } from "../../src/sources/passage.ts";
import { splitPassages } from "../../src/sources/split-passages.ts";
import { readFixture } from "../fixtures/sources.ts";

const queues = readFixture("two-engineers-on-queues.md");
const other = readFixture("two-engineers-on-queues.md", "S2");

function passageOf(source: string, from: readonly [number, number], to: readonly [number, number]): Passage {
  const [firstUtterance, firstSentence] = from;
  const [lastUtterance, lastSentence] = to;
  const place = { firstUtterance, firstSentence, lastUtterance, lastSentence };
  return { source, path: "x.md", ...place, firstLine: 1, lastLine: 1 };
}
const split = (...passages: Passage[]) => splitPassages(passages, [queues, other]).map(describePassage);

test("a passage over several utterances is split into those", () =>
  assert.deepEqual(split(passageOf("S1", [4, 5], [6, 2])), ["S1:u4.5-4.6", "S1:u5.1", "S1:u6.1-6.2"]));

test("what several passages hold comes once, in the order of the sources", () =>
  assert.deepEqual(
    split(
      passageOf("S2", [4, 1], [4, 1]),
      passageOf("S1", [4, 3], [4, 4]),
      passageOf("S1", [4, 2], [4, 3]),
      passageOf("S1", [4, 6], [4, 6]),
    ),
    ["S1:u4.2-4.4", "S1:u4.6", "S2:u4.1"],
  ));

test("what no transcript holds is left out", () =>
  assert.deepEqual(split(passageOf("S9", [1, 1], [1, 1]), passageOf("S1", [99, 1], [99, 2])), []));
