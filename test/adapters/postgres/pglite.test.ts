import assert from "node:assert/strict";
import { test } from "node:test";
import { openPglite } from "../../../src/adapters/postgres/pglite.ts";
import { UserError } from "../../../src/errors.ts";
import { copyPreparedFolder } from "../../support/prepared-folder.ts";

test("a second opener of the same folder is told to stop", async (t) => {
  const folder = await copyPreparedFolder();
  t.after(() => folder.remove());
  const database = await openPglite(folder.path);
  t.after(() => database.close());
  await assert.rejects(openPglite(folder.path), UserError);
});
