import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createRedeliveries,
  createWatch,
  forgetOldRedeliveries,
} from "../../../src/adapters/postgres/watch.ts";
import { useDatabase } from "../../support/database.ts";

const now = new Date("2026-05-05T00:00:00Z");
const database = await useDatabase();

test("one has the turn at a time, and the next knows what was seen", async () => {
  const watch = createWatch(database);
  const first = await watch.take("deliveries");
  assert.ok(first);
  assert.equal(first.seenUntil, null);
  assert.equal(await createWatch(database).take("deliveries"), undefined);
  assert.ok(await watch.take("pull-requests"), "another turn is not held");
  assert.equal(await first.renew(), true);
  await first.end(now);
  const second = await watch.take("deliveries");
  assert.deepEqual(second?.seenUntil, now);
  await second?.end(null);
  assert.deepEqual((await watch.take("deliveries"))?.seenUntil, now);
});

test("the turn of a dead process is free when its lease is over, and it cannot end another's", async () => {
  const watch = createWatch(database);
  await database.query("delete from galley.watch");
  const dead = await watch.take("deliveries");
  await database.query("update galley.watch set held_until = now() - interval '1 second'");
  const living = await watch.take("deliveries");
  assert.ok(living);
  assert.equal(await dead?.renew(), false);
  await dead?.end(now);
  assert.equal(await watch.take("deliveries"), undefined);
});

test("what made work is not missing, and attempts are counted until they are old", async () => {
  const redeliveries = createRedeliveries(database, { now: () => now });
  await database.query("insert into galley.delivery (guid, seen_at) values ('taken', now())");
  await redeliveries.count("twice");
  await redeliveries.count("twice");
  assert.deepEqual(await redeliveries.listMissing(["taken", "twice", "never"]), [
    { guid: "twice", attempts: 2, askedAt: now },
    { guid: "never", attempts: 0, askedAt: null },
  ]);
  const later = (days: number) => ({ now: () => new Date(now.getTime() + days * 86_400_000) });
  await forgetOldRedeliveries(database, later(6));
  assert.equal((await redeliveries.listMissing(["twice"]))[0]?.attempts, 2);
  await forgetOldRedeliveries(database, later(8));
  assert.equal((await redeliveries.listMissing(["twice"]))[0]?.attempts, 0);
});
