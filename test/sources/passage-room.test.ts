import assert from "node:assert/strict";
import { test } from "node:test";
import { listRuns } from "../../src/sources/list-runs.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { createRoom } from "../../src/sources/passage-room.ts";
import { sourceOf } from "../fixtures/sources.ts";

const talk = parseTranscript(
  sourceOf("**Ana:** Bread rises. Milk turns. Salt keeps.\n\n**Ben:** Wine ages.\n\n**Ana:** Oil stays."),
);
const runs = listRuns([talk], 1);
const countTokens = (text: string) => text.split(" ").filter(Boolean).length;
/** Two words, six for the number; a name is one more. */
const [withName, withoutName] = [9, 8];

test("who speaks is counted once where sentences of one speech follow each other, in whatever order they come", () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [0, 2, 1],
  ]) {
    const room = createRoom(runs, countTokens);
    assert.ok(order.every((at) => room.take(at, 100)));
    assert.equal(room.used(), withName + 2 * withoutName, order.join());
  }
});

test("another speech names its speaker, and so does a sentence behind a gap", () => {
  for (const order of [
    [2, 3],
    [0, 2],
  ]) {
    const room = createRoom(runs, countTokens);
    for (const at of order) room.take(at, 100);
    assert.equal(room.used(), 2 * withName, order.join());
  }
});

test("nothing is taken above the limit, and what is in stays in", () => {
  const room = createRoom(runs, countTokens);
  assert.deepEqual(
    [room.take(0, 9), room.take(1, 9), room.take(0, 9), room.take(99, 1000)],
    [true, false, true, false],
  );
  assert.deepEqual([[...room.taken], room.used()], [[0], 9]);
});
