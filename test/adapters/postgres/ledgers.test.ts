import assert from "node:assert/strict";
import { test } from "node:test";
import { createLedgers } from "../../../src/adapters/postgres/ledgers.ts";
import { useDatabase } from "../../support/database.ts";

const database = await useDatabase();
let seconds = 0;
/** A second later each time that somebody asks. */
const clock = {
  now() {
    seconds += 1;
    return new Date(seconds * 1_000);
  },
};
const ledgers = createLedgers(database, clock);
const key = { repositoryId: "7", number: 2 };

test("the draft's own ledger and the newest are kept, a version that comes back is the newest again", async () => {
  assert.equal(await ledgers.load(key), undefined);
  await ledgers.save(key, "a", { commit: "1" });
  assert.deepEqual(await ledgers.load(key), { first: { commit: "1" }, newest: { commit: "1" } });
  await ledgers.save(key, "b", { commit: "2" });
  await ledgers.save({ ...key, number: 3 }, "c", { commit: "other" });
  assert.deepEqual(await ledgers.load(key), { first: { commit: "1" }, newest: { commit: "2" } });
  await ledgers.save(key, "a", { commit: "3" });
  assert.deepEqual(await ledgers.load(key), { first: { commit: "3" }, newest: { commit: "3" } });
  await ledgers.forget(key);
  assert.equal(await ledgers.load(key), undefined);
  assert.notEqual(await ledgers.load({ ...key, number: 3 }), undefined);
});

test("what a database cannot hold is replaced", async () => {
  await ledgers.save({ ...key, number: 4 }, "a", { path: "a\0b\ud800" });
  assert.deepEqual((await ledgers.load({ ...key, number: 4 }))?.first, { path: "a\uFFFDb\uFFFD" });
});
