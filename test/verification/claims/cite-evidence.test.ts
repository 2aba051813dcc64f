import assert from "node:assert/strict";
import { test } from "node:test";
import { toPassage } from "../../../src/sources/quote-passage.ts";
import { createCiter } from "../../../src/verification/claims/cite-evidence.ts";
import { readFixture } from "../../fixtures/sources.ts";

const transcript = readFixture("two-engineers-on-queues.md");
const [, , question, answer] = transcript.utterances;

test("a passage is its own sentences; around it stand its utterance and two on either side", () => {
  assert.ok(answer);
  const { cited, around, speakers } = createCiter([transcript])([toPassage(transcript, answer, 2, 2)]);
  assert.deepEqual(
    cited.map(({ speaker, text }) => [speaker, text]),
    [["Mara Lindqvist", "The promise that matters is that a message which was acknowledged is never lost."]],
  );
  assert.equal(around.length, 5);
  assert.ok(around.some(({ text }) => text === question?.text));
  assert.deepEqual(speakers, transcript.speakers);
});

test("a passage of a source that is not there is no evidence", () => {
  assert.ok(answer);
  const passage = { ...toPassage(transcript, answer, 1, 1), source: "S9" };
  assert.deepEqual(createCiter([transcript])([passage]).cited, []);
});
