import assert from "node:assert/strict";
import { test } from "node:test";
import { migrate } from "../../../src/adapters/postgres/migrate.ts";
import { createTestDatabase } from "../../support/database.ts";

test("each migration is applied once, from the start and however often it is asked for", async (t) => {
  const made = await createTestDatabase();
  t.after(() => made.remove());
  const database = await made.open();
  t.after(() => database.close());
  const tables = () =>
    database.query(
      "select table_name from information_schema.tables where table_schema = 'galley' order by 1",
    );
  const applied = () =>
    database.query("select number, name, applied_at from galley.migration order by number");

  const prepared = await tables();
  await database.query("drop schema galley cascade");
  await Promise.all([migrate(database), migrate(database)]);
  assert.deepEqual(await tables(), prepared);
  const earlier = await applied();
  assert.deepEqual(earlier.map(({ number, name }) => [number, name])[0], [1, "001-work.sql"]);
  await migrate(database);
  assert.deepEqual(await applied(), earlier);
});
