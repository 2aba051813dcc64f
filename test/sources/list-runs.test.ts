import assert from "node:assert/strict";
import { test } from "node:test";
import { listRuns } from "../../src/sources/list-runs.ts";
import { describePassage } from "../../src/sources/passage.ts";
import { readFixture } from "../fixtures/sources.ts";

const queues = readFixture("two-engineers-on-queues.md");
const all = queues.utterances.reduce((sum, { sentences }) => sum + sentences.length, 0);

test("every sentence stands in one run, and none is longer than asked", () => {
  for (const most of [1, 3, 6]) {
    const runs = listRuns([queues], most);
    assert.equal(
      runs.reduce((sum, { sentences }) => sum + sentences, 0),
      all,
    );
    assert.ok(runs.every(({ sentences }) => sentences >= 1 && sentences <= most));
  }
});

test("a run knows its speaker, its words and its passage", () => {
  const run = listRuns([queues]).find(({ passage }) => passage.firstUtterance === 4);
  assert.equal(run?.speaker, "Mara Lindqvist");
  assert.match(run.text, /^A message queue earns the trust/);
  assert.match(describePassage(run.passage), /^S1:u4\.1-4\.\d$/);
});
