import assert from "node:assert/strict";
import { test } from "node:test";
import { readVoice } from "../../../../src/jobs/tasks/reading/read-voice.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { Repository } from "../../../../src/ports/repository.ts";

const { series } = Settings.parse({ series: [{ name: "The Night Shift", voice: "notes/voice.md" }] });
const brief = { series: "the night shift" };
const entry = { kind: "file", oid: "c0", bytes: 4, text: "Dry.", isTruncated: false } as const;

/** A repository of which one file can be read, and that writes down what it was asked. */
function createFiles(texts: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const readTexts: Repository["readTexts"] = async (places) => {
    asked.push(...places.map(({ revision, path }) => `${revision}:${path}`));
    return places.map(({ path }) => texts[path] ?? null);
  };
  const refuse = () => assert.fail("was not scripted");
  const repository = new Proxy({} as Repository, {
    get: (_, name) => (name === "readTexts" ? readTexts : refuse),
  });
  return { repository, asked };
}

test("the voice that the settings name is read at the commit, once", async () => {
  const files = createFiles({ "notes/voice.md": "Dry." });
  assert.equal(await readVoice(files, { entries: new Map(), commit: "c0ffee" }, series, brief), "Dry.");
  assert.deepEqual(files.asked, ["c0ffee:notes/voice.md"]);
});

test("what the first look has seen is not asked for again", async () => {
  const files = createFiles({});
  const entries = new Map([["notes/voice.md", entry]]);
  assert.equal(await readVoice(files, { entries, commit: "c0ffee" }, series, brief), "Dry.");
  assert.deepEqual(files.asked, []);
});

test("without a series, a voice or its file there is none", async () => {
  const view = { entries: new Map(), commit: "c0ffee" };
  assert.equal(await readVoice(createFiles({}), view, series, brief), null);
  const silent = createFiles({});
  assert.equal(await readVoice(silent, view, series, { series: null }), null);
  assert.equal(await readVoice(silent, view, [], brief), null);
  assert.deepEqual(silent.asked, []);
});
