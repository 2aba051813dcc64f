import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { Settings } from "../../../src/jobs/tasks/settings.ts";

const place = new URL("../../../docs/galley.schema.json", import.meta.url);

test("the published JSON schema is that of the settings", () => {
  const schema = Settings.toJSONSchema({ io: "input", unrepresentable: "any" });
  if (process.env.UPDATE_SCHEMA) writeFileSync(place, `${JSON.stringify(schema, null, 2)}\n`);
  const published: unknown = JSON.parse(readFileSync(place, "utf8"));
  assert.deepEqual(
    published,
    JSON.parse(JSON.stringify(schema)),
    "write it anew: UPDATE_SCHEMA=1 npm test, npm run format",
  );
});
