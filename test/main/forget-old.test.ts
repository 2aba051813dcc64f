import assert from "node:assert/strict";
import { test } from "node:test";
import type { Database } from "../../src/adapters/postgres/database.ts";
import { forgetOld } from "../../src/main/forget-old.ts";

test("what is old is forgotten at once and every hour, and a failure is logged and waits for the next", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const forgotten: string[] = [];
  const failures: string[] = [];
  let isAway = true;
  const query: Database["query"] = async (sql) => {
    if (isAway) throw new Error("away");
    forgotten.push(sql.replace(/ where.*/s, ""));
    return [];
  };
  const refuse = async () => assert.fail("not to be called");
  const database = { query, execute: refuse, transaction: refuse, close: refuse };
  const note = (_fields: object, message: string) => void failures.push(message);
  const log = { debug() {}, info() {}, warn() {}, error: note };
  const forgetting = forgetOld({ database, clock: { now: () => new Date(0) }, log });
  // The turn that begins at once comes before this one; its failure is logged in the turn after.
  await assert.rejects(forgetting.now(), /away/);
  await new Promise(setImmediate);
  assert.deepEqual([forgotten, failures], [[], ["Recurring work failed"]]);
  isAway = false;
  const both = ["delete from galley.delivery", "delete from galley.redelivery"];
  t.mock.timers.tick(60 * 60 * 1000);
  await forgetting.now();
  assert.deepEqual(forgotten, [...both, ...both]);
  await forgetting.stop();
});
