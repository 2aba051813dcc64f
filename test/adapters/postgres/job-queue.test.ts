import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createDispatcher } from "../../../src/adapters/postgres/dispatch.ts";
import { createJobQueue, forgetOldDeliveries } from "../../../src/adapters/postgres/job-queue.ts";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import { commandsPerHour } from "../../../src/adapters/postgres/take-in.ts";
import { identifyWork, Job } from "../../../src/jobs/payload.ts";
import { useQueue } from "../../support/database.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
let now = new Date("2026-05-05T00:00:00Z");
const clock = { now: () => now };
const wait = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

const { database, boss } = await useQueue();

let comments = 0;
function ask(change: { asker?: string; comment?: string; deliveryId?: string; title?: string } = {}) {
  comments += 1;
  const job = {
    kind: "draft" as const,
    asked: {
      installationId: 5,
      repository: { id: "7", owner: "acme", name: "notes" },
      place: "issue" as const,
      issue: { number: 3, nodeId: "I_3" },
      comment: { id: change.comment ?? String(comments), nodeId: "IC" },
      asker: change.asker ?? randomUUID(),
    },
    issueText: { title: change.title ?? "t", body: "b" },
  };
  return {
    deliveryId: change.deliveryId ?? randomUUID(),
    key: identifyWork(job),
    installationId: 5,
    asker: job.asked.asker,
    job,
  };
}

const count = async (table: string) =>
  (await database.query(`select count(*)::int as n from ${table}`))[0]?.n;

test("work that the App was not allowed to do is taken up again, under its own id, and no other is", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const request = { ...ask(), deliveryId: null };
  assert.equal(await queue.enqueue(request), "enqueued");
  const read = async () =>
    (
      await database.query(
        "select id, outcome, payload is not null as is_asked from galley.work where revision = $1",
        [request.key.revision],
      )
    )[0];
  const end = (outcome: string) =>
    database.query("update galley.work set outcome = $2, payload = null where revision = $1", [
      request.key.revision,
      outcome,
    ]);
  const id = (await read())?.id;
  await createDispatcher({ database, boss, log: silent }).dispatch();
  await createStore(database).begin(String(id));
  await end("opened");
  assert.equal(await queue.enqueue(request), "duplicate");
  await end("unreachable");
  assert.equal(await queue.enqueue(request), "enqueued");
  assert.deepEqual(await read(), { id, outcome: null, is_asked: true });
  await createDispatcher({ database, boss, log: silent }).dispatch();
  const jobs = await database.query("select id from pgboss.job where data->>'workId' = $1", [id]);
  assert.equal(jobs.length, 2);
  assert.equal(await queue.enqueue(request), "duplicate");
});

test("work, its delivery and its job are there together, under one id", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const request = ask();
  assert.equal(await queue.enqueue(request), "enqueued");
  const [work] = await database.query("select id from galley.work where revision = $1", [
    request.key.revision,
  ]);
  assert.deepEqual(Job.parse(await createStore(database).loadPayload(String(work?.id))), {
    ...request.job,
    workId: work?.id,
  });
  await createDispatcher({ database, boss, log: silent }).dispatch();
  // The queue keeps its rows for days: it must not hold what somebody wrote.
  const [queued] = await database.query("select data from pgboss.job where id = $1", [work?.id]);
  assert.deepEqual(queued?.data, { workId: work?.id });
});

test("a delivery that comes again, and another that asks for the same, make no second job", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const request = ask({ comment: "same" });
  assert.equal(await queue.enqueue(request), "enqueued");
  const dispatcher = createDispatcher({ database, boss, log: silent });
  await dispatcher.dispatch();
  const earlier = await count("pgboss.job");
  const again = [request, ask({ comment: "same" }), { ...ask(), deliveryId: request.deliveryId }];
  for (const other of again) assert.equal(await queue.enqueue(other), "duplicate");
  await dispatcher.dispatch();
  assert.equal(await count("pgboss.job"), earlier);
});

test("two at once make one job", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const outcomes = await Promise.all([1, 2, 3].map(() => queue.enqueue(ask({ comment: "at once" }))));
  assert.deepEqual(outcomes.sort(), ["duplicate", "duplicate", "enqueued"]);
});

test("ten commands of one person are looked at in an hour, and others' besides", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  for (let n = 0; n < commandsPerHour; n += 1) {
    assert.equal(await queue.enqueue(ask({ asker: "busy" })), "enqueued");
    wait(60_000);
  }
  assert.equal(await queue.enqueue(ask({ asker: "busy" })), "too-many");
  assert.equal(await queue.enqueue(ask({ asker: "other" })), "enqueued");
  wait(50 * 60_000 - 1);
  assert.equal(await queue.enqueue(ask({ asker: "busy" })), "too-many");
  wait(1);
  assert.equal(await queue.enqueue(ask({ asker: "busy" })), "enqueued");
  assert.equal(await queue.enqueue(ask({ asker: "busy" })), "too-many");
});

test("when the queue refuses, the work is kept and given to it later, once", async () => {
  const request = ask();
  const dispatcher = createDispatcher({ database, boss, log: silent });
  await dispatcher.dispatch();
  const broken = Object.assign(Object.create(boss), { insert: () => Promise.reject(new Error("full")) });
  assert.equal(await createJobQueue({ database, clock, wake: () => {} }).enqueue(request), "enqueued");
  await assert.rejects(createDispatcher({ database, boss: broken, log: silent }).dispatch(), /full/);
  const earlier = Number(await count("pgboss.job"));
  await Promise.all(
    [dispatcher, createDispatcher({ database, boss, log: silent })].map((one) => one.dispatch()),
  );
  await dispatcher.dispatch();
  assert.equal(await count("pgboss.job"), earlier + 1);
});

test("the dispatcher is woken when something was taken in, and only then", async () => {
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  const queue = createJobQueue({ database, clock, wake });
  const request = ask();
  await queue.enqueue(request);
  await queue.enqueue(request);
  assert.equal(woken, 1);
});

test("a burst goes to the queue piece by piece, all of it, woken once", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  await Promise.all(Array.from({ length: 120 }, () => queue.enqueue(ask())));
  const groups: number[] = [];
  const { promise: isThrough, resolve } = Promise.withResolvers<void>();
  const watched = Object.assign(Object.create(boss), {
    insert(name: string, jobs: { length: number }, options: object) {
      groups.push(jobs.length);
      if (jobs.length < 50) resolve();
      return boss.insert(name, jobs as Parameters<typeof boss.insert>[1], options);
    },
  });
  const dispatcher = createDispatcher({ database, boss: watched, log: silent });
  dispatcher.wake();
  await isThrough;
  await dispatcher.stop();
  assert.deepEqual(groups.slice(0, 2), [50, 50]);
  assert.equal(
    (await database.query("select from galley.work where queued_at is null and outcome is null")).length,
    0,
  );
});

test("text that the database refuses does not stop the work", async () => {
  assert.equal(
    await createJobQueue({ database, clock, wake: () => {} }).enqueue(ask({ title: "a\0b\uD800" })),
    "enqueued",
  );
});

test("deliveries are forgotten after 35 days, not before", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  await queue.enqueue(ask({ deliveryId: "old" }));
  wait(35 * 24 * 60 * 60_000);
  const remembered = () => database.query("select guid from galley.delivery where guid = 'old'");
  await forgetOldDeliveries(database, clock);
  assert.equal((await remembered()).length, 1);
  wait(1);
  await forgetOldDeliveries(database, clock);
  assert.equal((await remembered()).length, 0);
});

test("deliveries that come at the same time are each judged as if they had come alone", async () => {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const asker = randomUUID();
  const [guid, twin] = [randomUUID(), randomUUID()];
  const first = await Promise.all([
    queue.enqueue(ask()),
    queue.enqueue(ask({ deliveryId: guid })),
    queue.enqueue(ask({ deliveryId: guid })),
    queue.enqueue(ask({ comment: twin })),
    queue.enqueue(ask({ comment: twin })),
  ]);
  const pairs = [first.slice(0, 1), first.slice(1, 3), first.slice(3)].map((pair) => pair.toSorted());
  assert.deepEqual(pairs, [["enqueued"], ["duplicate", "enqueued"], ["duplicate", "enqueued"]]);
  const many = await Promise.all(
    Array.from({ length: commandsPerHour + 2 }, () => queue.enqueue(ask({ asker }))),
  );
  assert.equal(many.filter((outcome) => outcome === "enqueued").length, commandsPerHour);
  assert.equal(many.filter((outcome) => outcome === "too-many").length, 2);
});
