import assert from "node:assert/strict";
import { test } from "node:test";
import { listRuns } from "../../src/sources/list-runs.ts";
import { orderRuns } from "../../src/sources/order-runs.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { sourceOf } from "../fixtures/sources.ts";

const first = parseTranscript(
  sourceOf("**Ana:** One.\n\n**Ana:** Two.\n\n**Ben:** Three.\n\n**Cem:** Four."),
);
const second = parseTranscript(sourceOf("**Dora:** Five.", "b.md", "S2"));
const runs = listRuns([first, second]);
const scores = Float64Array.of(1, 0.9, 0.6, 0.2, 0.1);
const order = (before: number[], isGiven: boolean) => [
  ...orderRuns(runs, scores, { before: new Set(before), isGiven }),
];

test("every source is heard, then who has something to say, then the best", () =>
  assert.deepEqual(order([], false), [0, 4, 2, 1, 3]));

test("what was chosen before goes first and speaks for its source", () =>
  assert.deepEqual(order([3], false), [3, 4, 0, 2, 1]));

test("where the sources were chosen, none is heard for its own sake", () =>
  assert.deepEqual(order([3], true), [3, 0, 2, 1, 4]));
