import assert from "node:assert/strict";
import { test } from "node:test";
import { listPublic } from "../../../../src/jobs/tasks/checking/list-public.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";

test("whose repository and site it is may be said, and what the settings list", () => {
  const settings = Settings.parse({
    site: { url: "https://brellow.example/x" },
    confidentiality: { public: ["Vantaro"] },
  });
  assert.deepEqual(listPublic(settings, "acme/notes"), [
    "Vantaro",
    "acme",
    "notes",
    "brellow.example",
    "https://brellow.example/x",
  ]);
  assert.deepEqual(listPublic(Settings.parse({}), null), []);
});
