import assert from "node:assert/strict";
import { test } from "node:test";
import { estimateDraft, roomForPlan } from "../../src/drafting/estimate-draft.ts";
import { queues } from "./scripts.ts";

test("long sources cost what is shown of them, short ones what they are", () => {
  const short = estimateDraft([queues], 60_000);
  const [utterance] = queues.utterances;
  assert.ok(utterance);
  const long = {
    ...queues,
    utterances: Array.from({ length: 500 }, () => ({ ...utterance, text: "word ".repeat(200) })),
  };
  assert.ok(short > 9_000 && short < 16_000, String(short));
  assert.equal(estimateDraft([long], 60_000), 14_450);
  assert.equal(estimateDraft([long, long], 60_000), 14_450);
  assert.equal(estimateDraft([long], 8000), 13_450);
});

test("a long brief leaves less room for the sources of the plan, but never none, and the budget bounds both", () => {
  assert.deepEqual(
    [0, 100, 1000].map((briefTokens) => roomForPlan(briefTokens, 60_000)),
    [5700, 5000, 3000],
  );
  assert.equal(roomForPlan(100, 8000), 2000);
});
