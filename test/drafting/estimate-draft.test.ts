import assert from "node:assert/strict";
import { test } from "node:test";
import { estimateDraft } from "../../src/drafting/estimate-draft.ts";
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
  assert.equal(estimateDraft([long], 60_000), 16_600);
  assert.equal(estimateDraft([long, long], 60_000), 16_600);
  assert.equal(estimateDraft([long], 16_000), 16_200);
});
