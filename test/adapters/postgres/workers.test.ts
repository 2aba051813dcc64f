import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type TestContext, test } from "node:test";
import type { PgBoss } from "pg-boss";
import type { QueueDatabase } from "../../../src/adapters/postgres/database.ts";
import { createDispatcher } from "../../../src/adapters/postgres/dispatch.ts";
import { createInstance } from "../../../src/adapters/postgres/instances.ts";
import { createJobQueue } from "../../../src/adapters/postgres/job-queue.ts";
import { workerSettings } from "../../../src/adapters/postgres/queue-settings.ts";
import type { Tasks } from "../../../src/adapters/postgres/run-job.ts";
import { startBoss, startWorkers } from "../../../src/adapters/postgres/workers.ts";
import { identifyWork } from "../../../src/jobs/payload.ts";
import { chosenKind, createTestDatabase, silent } from "../../support/database.ts";

/** As many as share the database; the embedded one belongs to one process. */
const processes = chosenKind === "postgresql" ? 2 : 1;
const places = processes * workerSettings.localConcurrency;
const [busy, other] = [5, 6];

/** More than there are places, so that some wait in any case. */
const slowJobs = places + 3;

/** Tells each of the waiting when something has changed, as often as it does. */
function createBell() {
  let heard = Promise.withResolvers<void>();
  return {
    ring() {
      heard.resolve();
      heard = Promise.withResolvers();
    },
    async until(isSo: () => boolean) {
      while (!isSo()) await heard.promise;
    },
  };
}

/** Workers of several processes on one database. Jobs of the busy installation take until they are let go. */
async function startProcesses(t: TestContext) {
  const prepared = await createTestDatabase();
  t.after(() => prepared.remove());
  const database = await prepared.open();
  t.after(() => database.close());
  const ids = { [busy]: new Set<string>(), [other]: new Set<string>() };
  const begun: string[] = [];
  const ended: string[] = [];
  const bell = createBell();
  let areHeld = true;
  const tasks: Tasks = {
    async perform(message) {
      const { workId } = message as { workId: string };
      begun.push(workId);
      bell.ring();
      if (ids[busy]?.has(workId)) await bell.until(() => !areHeld);
      ended.push(workId);
      bell.ring();
    },
    giveUp: async () => assert.fail("no job fails here"),
    endUnsaid: async () => assert.fail("no job fails here"),
  };
  const bosses: PgBoss[] = [];
  const start = async () => {
    for (let count = 0; count < processes; count += 1) {
      const boss = await startBoss(database, silent);
      const instance = createInstance(database);
      await instance.join();
      const workers = await startWorkers(boss, tasks, { instance, log: silent });
      t.after(() => workers.stop());
      bosses.push(boss);
    }
  };
  const count = (list: readonly string[], installation: number) =>
    list.filter((id) => ids[installation]?.has(id)).length;
  const letGo = () => {
    areHeld = false;
    bell.ring();
  };
  // Before the workers stop, who wait for their jobs.
  t.after(letGo);
  await start();
  return { database, boss: bosses[0] as PgBoss, ids, begun, ended, bell, count, letGo };
}

/** Takes in drafts of an installation and gives them to the queue. */
async function enqueue(
  { database, boss, ids }: { database: QueueDatabase; boss: PgBoss; ids: Record<number, Set<string>> },
  installationId: number,
  count: number,
): Promise<void> {
  const clock = { now: () => new Date() };
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const repository = { id: String(installationId), owner: "acme", name: "notes" };
  for (let number = 1; number <= count; number += 1) {
    const asker = randomUUID();
    const comment = { id: String(number), nodeId: "IC" };
    const asked = { installationId, repository, place: "issue" as const, comment, asker };
    const job = {
      kind: "draft" as const,
      asked: { ...asked, issue: { number, nodeId: "I" } },
      issueText: { title: "t", body: "b" },
    };
    await queue.enqueue({ deliveryId: null, key: identifyWork(job), installationId, asker, job });
  }
  const rows = await database.query("select id::text as id from galley.work where repository_id = $1", [
    repository.id,
  ]);
  for (const { id } of rows) ids[installationId]?.add(String(id));
  await createDispatcher({ database, boss, log: silent }).dispatch();
}

test("an installation with many slow jobs does not keep another's single one waiting", async (t) => {
  const world = await startProcesses(t);
  const { begun, ended, bell, count } = world;
  await enqueue(world, busy, slowJobs);
  await bell.until(() => count(begun, busy) > 0);
  await enqueue(world, other, 1);
  await bell.until(() => count(ended, other) === 1);
  assert.equal(count(ended, busy), 0, "all of them are still under way, or wait");
  assert.ok(count(begun, busy) <= processes, "no process has two of them in hand");
  world.letGo();
  await bell.until(() => count(ended, busy) === slowJobs);
});

test("without groups it does: the slow ones take every place", async (t) => {
  const world = await startProcesses(t);
  const { boss, begun, ended, bell, count } = world;
  const insert: PgBoss["insert"] = (queue, jobs, options) =>
    boss.insert(
      queue,
      jobs.map(({ group: _, ...job }) => job),
      options,
    );
  const groupless = { ...world, boss: Object.assign(Object.create(boss), { insert }) };
  await enqueue(groupless, busy, slowJobs);
  await bell.until(() => count(begun, busy) === places);
  await enqueue(groupless, other, 1);
  const endedBefore = bell.until(() => count(begun, other) === 1).then(() => count(ended, busy));
  assert.equal(count(begun, other), 0);
  world.letGo();
  await bell.until(() => count(ended, other) === 1);
  // It is given out after all that came before it, and each place holds one job.
  assert.ok((await endedBefore) > slowJobs - places);
});
