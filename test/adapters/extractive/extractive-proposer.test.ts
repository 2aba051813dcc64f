import assert from "node:assert/strict";
import { test } from "node:test";
import { createExtractiveProposer } from "../../../src/adapters/extractive/extractive-proposer.ts";
import { requestOf } from "../../drafting/scripts.ts";

const { signal } = new AbortController();

test("angles are the topics of the sources, each with passages of its own", async () => {
  const outcome = await createExtractiveProposer().propose({ ...requestOf(), earlier: [] }, signal);
  assert.ok(outcome.kind === "angles");
  const { angles, model } = outcome;
  assert.equal(model, null);
  assert.ok(angles.length >= 2 && angles.length <= 3, String(angles.length));
  assert.equal(new Set(angles.map(({ title }) => title)).size, angles.length);
  for (const { title, angle, passages } of angles) {
    assert.ok(angle.startsWith(`${title}, in the words of `), angle);
    assert.ok(passages.length >= 1 && passages.length <= 3);
  }
  const again = await createExtractiveProposer().propose({ ...requestOf(), earlier: [] }, signal);
  assert.deepEqual(again, outcome);
});

test("sources that hold nothing are declined", async () => {
  const outcome = await createExtractiveProposer().propose(
    { ...requestOf({ transcripts: [] }), earlier: [] },
    signal,
  );
  assert.equal(outcome.kind, "declined");
});
