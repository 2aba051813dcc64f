import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createInstance } from "../../../src/adapters/postgres/instances.ts";
import { useDatabase } from "../../support/database.ts";

const database = await useDatabase();

/** The same database, as if several processes could, or could not, have it. */
const shared = () => ({ ...database, isExclusive: false });
const exclusive = () => ({ ...database, isExclusive: true });
const living = async () =>
  (await database.query("select id::text as id from galley.instance")).map(({ id }) => id);
const age = (id: string, seconds: number) =>
  database.query("update galley.instance set seen_at = now() - make_interval(secs => $2) where id = $1", [
    id,
    seconds,
  ]);
const running = async () =>
  (await database.query("select job_id::text as id from galley.running")).map(({ id }) => id);

test("who was not seen for six seconds is crossed out by the next beat of another; who was, is not", async () => {
  const [one, two, dead] = [createInstance(shared()), createInstance(shared()), createInstance(shared())];
  for (const instance of [one, two, dead]) await instance.join();
  await age(two.id, 5);
  await age(dead.id, 7);
  await one.beat();
  assert.deepEqual((await living()).sort(), [one.id, two.id].sort());
  await dead.beat();
  assert.ok((await living()).includes(dead.id), "one that was only busy is written down again");
  for (const instance of [one, two, dead]) await instance.leave();
  assert.deepEqual(await living(), []);
});

test("where one process has the database alone, whoever else is written down is dead", async () => {
  const before = createInstance(exclusive());
  await before.join();
  const now = createInstance(exclusive());
  await now.join();
  assert.deepEqual(await living(), [now.id]);
  await now.leave();
});

test("a job is held until the second beat after it has ended, when the queue knows of it too", async () => {
  const instance = createInstance(shared());
  await instance.join();
  const job = randomUUID();
  await instance.hold(job);
  await instance.beat();
  assert.deepEqual(await running(), [job]);
  instance.letGo(job);
  await instance.beat();
  assert.deepEqual(await running(), [job]);
  await instance.beat();
  assert.deepEqual(await running(), []);
  await instance.leave();
});

test("a job that is held again in between stays held", async () => {
  const instance = createInstance(shared());
  await instance.join();
  const job = randomUUID();
  await instance.hold(job);
  instance.letGo(job);
  await instance.beat();
  await instance.hold(job);
  await instance.beat();
  assert.deepEqual(await running(), [job]);
  await instance.leave();
  assert.deepEqual(await running(), []);
});
