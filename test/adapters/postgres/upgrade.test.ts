import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { QueueDatabase } from "../../../src/adapters/postgres/database.ts";
import { createDispatcher } from "../../../src/adapters/postgres/dispatch.ts";
import { createJobQueue } from "../../../src/adapters/postgres/job-queue.ts";
import { migrate } from "../../../src/adapters/postgres/migrate.ts";
import { createOpenWork } from "../../../src/adapters/postgres/open-work.ts";
import { createPublications } from "../../../src/adapters/postgres/publications.ts";
import { createSchedules } from "../../../src/adapters/postgres/schedules.ts";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import { createRedeliveries, createWatch } from "../../../src/adapters/postgres/watch.ts";
import { startBoss } from "../../../src/adapters/postgres/workers.ts";
import { identifyWork, Job } from "../../../src/jobs/payload.ts";
import { createTestDatabase, silent } from "../../support/database.ts";
import * as filled from "../../upgrade/fill.ts";

const folder = fileURLToPath(new URL("../../upgrade/", import.meta.url));
const dumps = await Array.fromAsync(glob("*.sql", { cwd: folder }));
const clock = { now: () => filled.filledAt };
const key = (pullRequestNumber: number) => ({ repositoryId: "7", pullRequestNumber });

/** A database as this release left it, brought up to the present. */
async function upgrade(t: TestContext, dump: string): Promise<QueueDatabase> {
  const prepared = await createTestDatabase();
  t.after(() => prepared.remove());
  const database = await prepared.open();
  t.after(() => database.close());
  await database.query("drop schema galley cascade");
  await database.execute(await readFile(`${folder}${dump}`, "utf8"));
  await migrate(database);
  return database;
}

/** What is finished: the pull requests with what became of them. */
async function readFinished(database: QueueDatabase): Promise<void> {
  const store = createStore(database);
  assert.deepEqual(await store.loadPullRequest("7", 8), filled.pullRequest(8));
  assert.deepEqual(await store.loadPullRequestOfIssue("7", 4), filled.pullRequest(9));
  assert.deepEqual([...(await store.listPassedOver("7", [3, 4, 9]))].sort(), [3, 4]);
  const publications = createPublications(database, clock, "00000000-0000-4000-8000-000000000000");
  const post = { ...key(8), ...filled.publishedPost, reason: null };
  assert.deepEqual(await publications.load(key(8)), post);
  assert.equal((await publications.load(key(9)))?.state, "sending");
  await database.query("delete from galley.instance");
  assert.equal((await publications.markInterrupted("It was away."))[0]?.pullRequestNumber, 9);
  // The closed one is due, too, until the dump is a month old.
  const open = (await createOpenWork(database).listDue(10)).find(({ number }) => number === 8);
  assert.deepEqual(open, { ...filled.place, repositoryId: "7", number: 8, nodeId: "PR_8", known: "open" });
}

/** What is under way: the work, with what was saved of it, goes on where it was. */
async function goOn(database: QueueDatabase): Promise<void> {
  const store = createStore(database);
  const id = await filled.findWork(database, 5);
  assert.deepEqual(Job.parse(await store.loadPayload(id)), { ...filled.draftOf(5), workId: id });
  const boss = await startBoss(database, silent);
  await createDispatcher({ database, boss, log: silent }).dispatch();
  const [queued] = await boss.fetch("draft");
  await boss.stop({ graceful: false });
  assert.deepEqual(queued?.data, { workId: id });
  const attempt = await store.begin(id);
  assert.equal(attempt?.number, 2);
  assert.deepEqual(await attempt.load("read", z.unknown()), filled.savedRead);
  await attempt.finish("opened");
}

/** What is remembered so that nothing is done twice, or missed. */
async function readMemory(database: QueueDatabase): Promise<void> {
  const job = filled.draftOf(3);
  const again = { key: identifyWork(job), installationId: 5, asker: null, job };
  const queue = createJobQueue({ database, clock, wake: () => {} });
  assert.equal(await queue.enqueue({ ...again, deliveryId: null }), "duplicate");
  const redeliveries = createRedeliveries(database, clock);
  const [missing, ...more] = await redeliveries.listMissing(["redelivered", "delivery-3"]);
  assert.deepEqual([missing?.attempts, missing?.askedAt, more], [1, filled.filledAt, []]);
  assert.deepEqual((await createWatch(database).take("deliveries"))?.seenUntil, filled.filledAt);
  const store = createStore(database);
  const id = await filled.findWork(database, 5);
  assert.equal(await store.takeDraftOfDay(id, { ...filled.day, limit: 0 }), true, "it counted already");
  const later = { now: () => new Date(filled.filledAt.getTime() + 14 * 24 * 3_600_000) };
  const taken = await createSchedules({ database, clock: later, wake: () => {} }).takeDue();
  assert.deepEqual(taken, { repositoryId: "7", series: filled.series.series, outcome: "enqueued" });
  const [away] = await database.query("select id, state from galley.installation");
  assert.deepEqual(away, { id: "6", state: "suspended" });
}

test("there is a dump of this release", async () => {
  const text = await readFile(new URL("../../../package.json", import.meta.url), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));
  assert.ok(dumps.includes(`${version}.sql`), "npm run dump-schema writes it");
});

for (const dump of dumps) {
  test(`what ${dump.replace(".sql", "")} has written can be read, and gone on with`, async (t) => {
    const database = await upgrade(t, dump);
    await readFinished(database);
    await goOn(database);
    await readMemory(database);
  });

  test(`a column that the present reads and ${dump.replace(".sql", "")} lacks would be noticed`, async (t) => {
    const database = await upgrade(t, dump);
    await database.query("alter table galley.pull_request drop column slug");
    await assert.rejects(readFinished(database), /slug/);
  });
}

test("a database that is upgraded has the schema of a new one", async (t) => {
  const list = (database: QueueDatabase) =>
    database.query(
      `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
       where table_schema = 'galley' union all
       select tablename, indexname, indexdef, null, null from pg_indexes where schemaname = 'galley' union all
       select relname, attname, attstorage::text, null, null from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = 'galley'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
       order by 1, 2, 3`,
    );
  const fresh = await createTestDatabase();
  t.after(() => fresh.remove());
  const database = await fresh.open();
  t.after(() => database.close());
  const wanted = await list(database);
  for (const dump of dumps) assert.deepEqual(await list(await upgrade(t, dump)), wanted);
});
