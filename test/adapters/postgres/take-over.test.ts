import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { beforeEach, test } from "node:test";
import { createInstance } from "../../../src/adapters/postgres/instances.ts";
import { takeOver } from "../../../src/adapters/postgres/take-over.ts";
import { silent, useQueue } from "../../support/database.ts";

const { database, boss } = await useQueue();
const publications = { markInterrupted: async () => [] };

/** Looks for what dead processes left, as one that has the database alone or not, at its start or later. */
const look = (isExclusive: boolean, isStart: boolean) =>
  takeOver({ database: { ...database, isExclusive }, boss, publications, log: silent, isStart });

/** A job that the queue gave out that many seconds ago. */
async function giveOut(secondsAgo: number): Promise<string> {
  const id = randomUUID();
  await boss.insert("draft", [{ id, data: { workId: id }, group: { id: "5" } }]);
  await boss.fetch("draft");
  await database.query("update pgboss.job set started_on = now() - make_interval(secs => $2) where id = $1", [
    id,
    secondsAgo,
  ]);
  return id;
}

const stateOf = async (id: string) => (await boss.findJobs("draft", { id }))[0]?.state;

beforeEach(() => database.query("delete from pgboss.job"));

test("at the start of a process that has the database alone, every job that is given out was left", async () => {
  const id = await giveOut(0);
  await look(true, true);
  assert.equal(await stateOf(id), "retry");
});

test("later, one that was given out just now is about to be written down: it is no dead process's", async () => {
  for (const isExclusive of [true, false]) {
    const fresh = await giveOut(1);
    await look(isExclusive, false);
    assert.equal(await stateOf(fresh), "active");
    await database.query("update pgboss.job set started_on = now() - interval '16 seconds'");
    await look(isExclusive, false);
    assert.equal(await stateOf(fresh), "retry");
    await database.query("delete from pgboss.job");
  }
});

test("one that a living process holds is left to it, however long; one of a dead process is not", async () => {
  const instance = createInstance(database);
  await instance.join();
  const id = await giveOut(600);
  await instance.hold(id);
  await look(false, false);
  assert.equal(await stateOf(id), "active");
  await database.query("delete from galley.instance");
  await look(false, false);
  assert.equal(await stateOf(id), "retry");
  assert.equal(await instance.holds(id), false, "who comes back from the dead finds that it is gone");
});

test("who had a job before says nothing of who has it now", async () => {
  const id = await giveOut(600);
  await database.query("insert into galley.running (job_id, instance_id) values ($1, gen_random_uuid())", [
    id,
  ]);
  await boss.fail("draft", id);
  await look(false, false);
  await boss.update("draft", undefined, { id, startAfter: new Date(0) });
  await boss.fetch("draft");
  await look(false, false);
  assert.equal(await stateOf(id), "active", "another process has it, and is about to write that down");
});
