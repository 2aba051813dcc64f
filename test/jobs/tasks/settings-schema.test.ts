import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { Settings } from "../../../src/jobs/tasks/settings.ts";
import { Speakers } from "../../../src/sources/speakers.ts";

const published = [
  ["galley.schema.json", Settings],
  ["speakers.schema.json", Speakers],
] as const;
for (const [file, type] of published)
  test(`the published ${file} is what Galley reads by`, () => {
    const place = new URL(`../../../docs/${file}`, import.meta.url);
    const schema = type.toJSONSchema({ io: "input", unrepresentable: "any" });
    if (process.env.UPDATE_SCHEMA) writeFileSync(place, `${JSON.stringify(schema, null, 2)}\n`);
    const text: unknown = JSON.parse(readFileSync(place, "utf8"));
    assert.deepEqual(
      text,
      JSON.parse(JSON.stringify(schema)),
      "write it anew: UPDATE_SCHEMA=1 npm test, npm run format",
    );
  });
