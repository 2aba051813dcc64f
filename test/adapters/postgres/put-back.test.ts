import assert from "node:assert/strict";
import { test } from "node:test";
import { planWait, putBack } from "../../../src/adapters/postgres/put-back.ts";
import { queueSettings } from "../../../src/adapters/postgres/queue-settings.ts";
import { useQueue } from "../../support/database.ts";

const now = new Date("2026-05-05T12:00:00Z");
const hourMs = 3_600_000;
const limit = (retryAfterMs: number) => ({ queue: "draft", retryAfterMs });
const outage = { queue: "close", retryAfterMs: undefined };

test("a job waits for as long as it was told, and the message remembers", () => {
  const first = planWait({ workId: "w" }, limit(7_000), now);
  assert.deepEqual(first, {
    data: { workId: "w", waits: 1, waitingSince: now.toISOString(), waitingIn: "draft" },
    startAfter: new Date(now.getTime() + 7_000),
  });
});

test("a limit that comes back at once is waited for longer each time", () => {
  const waits: number[] = [];
  let data: object = {};
  for (let count = 0; count < 12; count += 1) {
    const wait = planWait(data, limit(0), now);
    assert.ok(wait);
    waits.push((wait.startAfter.getTime() - now.getTime()) / 1000);
    data = wait.data;
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 512, 512]);
});

test("after a day it is a failure like any other", () => {
  const waitingSince = new Date(now.getTime() - 23.5 * hourMs).toISOString();
  const data = { waits: 30, waitingSince, waitingIn: "draft" };
  assert.ok(planWait(data, limit(0.25 * hourMs), now));
  assert.equal(planWait(data, limit(hourMs), now), null);
});

test("an outage is waited for longer each time, for a day in all", () => {
  const minutes: number[] = [];
  let data: object = {};
  let at = now;
  for (;;) {
    const wait = planWait(data, outage, at);
    if (!wait) break;
    minutes.push((wait.startAfter.getTime() - at.getTime()) / 60_000);
    ({ data, startAfter: at } = wait);
  }
  assert.deepEqual(minutes.slice(0, 7), [5, 10, 20, 40, 80, 80, 80]);
  assert.ok(at.getTime() - now.getTime() > 22 * hourMs);
});

test("what a job waited before it failed does not count where failures are told", () => {
  const data = { workId: "w", waits: 30, waitingSince: new Date(0).toISOString(), waitingIn: "draft" };
  assert.equal(planWait(data, limit(0), now), null);
  const anew = planWait(data, { ...limit(0), queue: "failed" }, now);
  assert.deepEqual(anew?.data, {
    workId: "w",
    waits: 1,
    waitingSince: now.toISOString(),
    waitingIn: "failed",
  });
});

const { database, boss } = await useQueue();

test("a job that was put back is not to be had before its time, and completing it changes nothing", async () => {
  const id = await boss.send("draft", { workId: "w" }, { group: { id: "5" } });
  assert.ok(id);
  const [job] = await boss.fetch("draft", { includeMetadata: true });
  assert.equal(job?.id, id);
  await putBack(
    boss,
    { queue: "draft", id, retryLimit: queueSettings.retryLimit },
    {
      data: { workId: "w", waits: 1 },
      startAfter: new Date(Date.now() + hourMs),
    },
  );
  await boss.complete("draft", id);
  assert.deepEqual(await boss.fetch("draft"), []);
  const [waiting] = await database.query(
    "select state::text, retry_limit::int, data, group_id from pgboss.job where id = $1",
    [id],
  );
  assert.deepEqual(waiting, {
    state: "retry",
    retry_limit: queueSettings.retryLimit + 1,
    data: { workId: "w", waits: 1 },
    group_id: "5",
  });
});

test("a job is put back as often as it takes", async () => {
  const id = await boss.send("reply", { workId: "w" });
  assert.ok(id);
  for (let waits = 1; waits <= queueSettings.retryLimit + 5; waits += 1) {
    const [job] = await boss.fetch("reply", { includeMetadata: true });
    assert.equal(job?.id, id, `wait ${waits}`);
    const wait = { data: { workId: "w", waits }, startAfter: new Date(0) };
    await putBack(boss, { queue: "reply", id, retryLimit: job.retryLimit }, wait);
  }
});
