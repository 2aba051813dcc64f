import assert from "node:assert/strict";
import { test } from "node:test";
import { leaveOutReleased } from "../../../../src/jobs/tasks/checking/leave-out-released.ts";
import { hashValue } from "../../../../src/verification/confidentiality/fold-value.ts";
import { createClearances } from "../../../fixtures/clearances.ts";

const key = { repositoryId: "7", pullRequestNumber: 1 };
const leakOf = (value: string, number: number) => ({
  ...{ value, number, kind: "person" as const, isSpeaker: false },
  places: [{ place: "title", line: null }],
});
const found = [leakOf("vantaro", 1), leakOf("okonkwo", 2)];

test("what was released since the opening is counted, and not asked for again", async () => {
  const clearances = createClearances();
  const hashes = found.map(({ value }) => hashValue(key.repositoryId, value));
  await clearances.number(key, hashes);
  assert.deepEqual(await leaveOutReleased({ clearances }, key, found), { leaks: found, released: 0 });
  await clearances.release(key, hashes.slice(0, 1), { person: "editor", at: new Date(0) });
  assert.deepEqual(await leaveOutReleased({ clearances }, key, found), {
    leaks: found.slice(1),
    released: 1,
  });
});
