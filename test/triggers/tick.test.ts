import assert from "node:assert/strict";
import { test } from "node:test";
import type { Taken } from "../../src/ports/schedules.ts";
import { tick } from "../../src/triggers/tick.ts";

function createWorld(due: Taken[]) {
  const lines: unknown[] = [];
  const note = (fields: object) => void lines.push(fields);
  const schedules = {
    replace: async () => {},
    forgetRepositories: async () => {},
    forgetInstallation: async () => {},
    takeDue: async () => due.shift() ?? null,
  };
  return { lines, schedules, log: { debug: note, info: note, warn: note, error: note } };
}

const taken = (series: string) => ({ repositoryId: "7", series, outcome: "enqueued" as const });

test("everything that is due is taken in, with a line each", async () => {
  const world = createWorld([taken("A"), taken("B")]);
  assert.equal(await tick(world, new AbortController().signal), 2);
  assert.deepEqual(world.lines, [taken("A"), taken("B")]);
});

test("a process that stops takes in no more", async () => {
  const due: Taken[] = [taken("A")];
  assert.equal(await tick(createWorld(due), AbortSignal.abort()), 0);
  assert.equal(due.length, 1);
});
