import assert from "node:assert/strict";
import { test } from "node:test";
import { PgBoss } from "pg-boss";
import { migrate } from "../../../src/adapters/postgres/migrate.ts";
import { openPostgresql } from "../../../src/adapters/postgres/postgresql.ts";
import { chosenKind, createTestDatabase, silent } from "../../support/database.ts";

const skip = chosenKind === "postgresql" ? false : "PGlite knows no timeout";

test("a migration takes as long as it takes, where other statements are given up", { skip }, async (t) => {
  const made = await createTestDatabase();
  t.after(() => made.remove());
  const database = await made.open();
  t.after(() => database.close());
  await database.query("drop schema galley cascade");
  const hasty = openPostgresql(made.env.DATABASE_URL ?? "", silent, 1);
  t.after(() => hasty.close());
  await assert.rejects(hasty.query("select pg_sleep(0.05)"), /timeout/);
  await migrate(hasty);
  const [row] = await database.query("select count(*)::int as count from galley.work");
  assert.deepEqual(row, { count: 0 });
});

test("the queue gives a statement up, too, though later", { skip }, async (t) => {
  const made = await createTestDatabase();
  t.after(() => made.remove());
  const hasty = openPostgresql(made.env.DATABASE_URL ?? "", silent, 20);
  t.after(() => hasty.close());
  const boss = new PgBoss({ ...hasty.boss, supervise: false, schedule: false });
  boss.on("error", () => {});
  const db = boss.getDb() as unknown as { open(): Promise<void>; close(): Promise<void> };
  await db.open();
  t.after(() => db.close());
  await assert.rejects(boss.getDb().executeSql("select pg_sleep(20)", []), /timeout/);
});
