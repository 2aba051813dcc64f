import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { QueueDatabase } from "../../../src/adapters/postgres/database.ts";
import { createDispatcher } from "../../../src/adapters/postgres/dispatch.ts";
import { createSchedules } from "../../../src/adapters/postgres/schedules.ts";
import { silent, useQueue } from "../../support/database.ts";

let now = new Date(0);
const { database, boss } = await useQueue();
beforeEach(async () => {
  now = new Date("2026-03-02T12:00:00Z");
  await database.query("delete from galley.schedule");
  await database.query("delete from galley.work");
});

const clock = { now: () => now };
const schedules = () => createSchedules({ database, clock, wake: () => {} });
const target = (id: string, installationId = 5) => ({
  installationId,
  repository: { id, owner: "acme", name: "notes" },
});
const daily = (series: string, cron = "0 9 * * *") => ({ series, cron, timezone: "UTC" });
const outcomes = async () => {
  const taken: string[] = [];
  for (;;) {
    const one = await schedules().takeDue();
    if (!one) return taken;
    taken.push(`${one.repositoryId} ${one.series} ${one.outcome}`);
  }
};
const nextTimes = async () =>
  (await database.query("select next_at from galley.schedule order by repository_id, series")).map((row) =>
    new Date(String(row.next_at)).toISOString(),
  );

test("what is due is taken in once, and moves on", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A"), daily("B", "0 10 * * *")]);
  assert.deepEqual(await outcomes(), []);
  now = new Date("2026-03-03T09:00:00Z");
  assert.deepEqual(await outcomes(), ["7 A enqueued"]);
  assert.deepEqual(await nextTimes(), ["2026-03-04T09:00:00.000Z", "2026-03-03T10:00:00.000Z"]);
  const [work] = await database.query("select kind, subject, revision, payload from galley.work");
  assert.deepEqual(
    [work?.kind, work?.subject, work?.revision],
    ["schedule", "series:A", "2026-03-03T09:00:00.000Z"],
  );
  await createDispatcher({ database, boss, log: silent }).dispatch();
  const jobs = await database.query("select name from pgboss.job where name = 'schedule'");
  assert.equal(jobs.length, 1);
});

test("times that were missed are made up for once", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A")]);
  now = new Date("2026-04-01T10:00:00Z");
  assert.deepEqual(await outcomes(), ["7 A enqueued"]);
  assert.deepEqual(await nextTimes(), ["2026-04-02T09:00:00.000Z"]);
});

test("several who ask at the same time get different rows", async () => {
  for (const id of ["1", "2", "3"]) await schedules().replace(target(id), "blog-idea", [daily("A")]);
  now = new Date("2026-03-03T09:00:00Z");
  const taken = await Promise.all(Array.from({ length: 6 }, () => schedules().takeDue()));
  assert.deepEqual(taken.flatMap((one) => one?.repositoryId ?? []).sort(), ["1", "2", "3"]);
});

test("the work of one instant is the same work, whoever moves the row back", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A")]);
  now = new Date("2026-03-03T09:00:00Z");
  await outcomes();
  await database.query("update galley.work set outcome = 'nothing'");
  await database.query("update galley.schedule set next_at = '2026-03-03T09:00:00Z'");
  assert.deepEqual(await outcomes(), ["7 A duplicate"]);
});

test("work that is not finished holds its series, for a day", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A", "0 * * * *"), daily("B", "0 * * * *")]);
  now = new Date("2026-03-03T09:00:00Z");
  assert.deepEqual(await outcomes(), ["7 A enqueued", "7 B enqueued"]);
  await database.query("update galley.work set outcome = 'opened' where subject = 'series:B'");
  now = new Date("2026-03-03T10:00:00Z");
  assert.deepEqual(await outcomes(), ["7 A busy", "7 B enqueued"]);
  now = new Date("2026-03-04T11:00:00Z");
  assert.deepEqual(await outcomes(), ["7 A enqueued", "7 B enqueued"]);
});

test("a row that cannot move on does not stand in the way of the others", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A"), daily("B")]);
  await database.query("update galley.schedule set timezone = 'Mars/Olympus' where series = 'A'");
  now = new Date("2026-03-03T09:00:00Z");
  assert.deepEqual((await outcomes()).toSorted(), ["7 A forgotten", "7 B enqueued"]);
  assert.equal((await nextTimes()).length, 1);
});

test("a failure takes nothing in and moves nothing on", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A")]);
  now = new Date("2026-03-03T09:00:00Z");
  const failing: QueueDatabase = {
    ...database,
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          query: (sql, parameters) =>
            sql.includes("insert into galley.work")
              ? Promise.reject(new Error("no room"))
              : transaction.query(sql, parameters),
        }),
      ),
  };
  await assert.rejects(createSchedules({ database: failing, clock, wake: () => {} }).takeDue(), /no room/);
  assert.deepEqual(await nextTimes(), ["2026-03-03T09:00:00.000Z"]);
  assert.deepEqual(await outcomes(), ["7 A enqueued"]);
});

test("replacing keeps the time of what stayed, and drops what went", async () => {
  await schedules().replace(target("7"), "blog-idea", [daily("A"), daily("B"), daily("C")]);
  await schedules().replace(target("8"), "blog-idea", [daily("A")]);
  now = new Date("2026-03-05T12:00:00Z");
  await schedules().replace(target("7"), "idea", [daily("A"), daily("B", "0 10 * * *")]);
  assert.deepEqual(await nextTimes(), [
    "2026-03-03T09:00:00.000Z",
    "2026-03-06T10:00:00.000Z",
    "2026-03-03T09:00:00.000Z",
  ]);
  const rows = await database.query("select series, label from galley.schedule where repository_id = '7'");
  assert.deepEqual(rows.map(({ series, label }) => `${series} ${label}`).sort(), ["A idea", "B idea"]);
  await schedules().replace(target("7"), "idea", []);
  assert.equal((await nextTimes()).length, 1);
});

test("repositories and installations are forgotten", async () => {
  for (const [id, installationId] of [
    ["1", 5],
    ["2", 5],
    ["3", 6],
  ] as const)
    await schedules().replace(target(id, installationId), "blog-idea", [daily("A")]);
  await schedules().forgetRepositories(["1", "9"]);
  assert.equal((await nextTimes()).length, 2);
  await schedules().forgetInstallation(5);
  assert.equal((await nextTimes()).length, 1);
});
