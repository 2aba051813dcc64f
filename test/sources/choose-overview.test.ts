import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseOverview } from "../../src/sources/choose-overview.ts";
import { listRuns } from "../../src/sources/list-runs.ts";
import { readFixture } from "../fixtures/sources.ts";

const queues = readFixture("two-engineers-on-queues.md");
const ranked = listRuns([queues]).map(({ passage }, at) => ({ passage, score: at < 6 ? 1 : 0.1 }));
const fields = [{ text: "queue", weight: 1 }];

test("single sentences, in their order, in about as many words as asked", () => {
  const chosen = chooseOverview([queues], ranked, { fields, words: 60 });
  assert.ok(chosen.length >= 2);
  const texts = chosen.map(
    (one) =>
      queues.utterances.find(({ number }) => number === one.firstUtterance)?.sentences[one.firstSentence - 1]
        ?.text,
  );
  const words = texts.join(" ").split(/\s+/).length;
  assert.ok(words > 30 && words < 80, String(words));
  assert.ok(chosen.every((one) => one.firstSentence === one.lastSentence));
});

test("of no words and of no passages there is no overview", () => {
  assert.deepEqual(chooseOverview([queues], ranked, { fields, words: 0 }), []);
  assert.deepEqual(chooseOverview([queues], [], { fields, words: 60 }), []);
});
