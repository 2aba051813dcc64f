import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { createExtractiveWriter } from "../../../../src/adapters/extractive/extractive-writer.ts";
import type { Draft } from "../../../../src/drafting/draft.ts";
import { writeDraft } from "../../../../src/jobs/tasks/writing/write-draft.ts";
import type { Writer } from "../../../../src/ports/writer.ts";
import type { Speakers } from "../../../../src/sources/speakers.ts";
import { StyleSettings } from "../../../../src/verification/style-settings.ts";
import { createSpending } from "../../../fixtures/scripted-model.ts";
import { briefOf, readFixture } from "../../../fixtures/sources.ts";

const { source } = readFixture("two-engineers-on-queues.md");
const request = {
  brief: briefOf("What queues promise"),
  series: null,
  speakers: { people: [] },
  sources: [{ ...source, lines: null }],
  pseudonyms: {},
  style: StyleSettings.parse({}),
  voiceNotes: null,
  isJudged: true,
  tokensPerDraft: 0,
  once: <T>(_step: string, _schema: unknown, make: () => Promise<T>) => make(),
  spending: createSpending(),
};

/** The writer without a model, a part of whose draft is replaced. */
function createWriter(change: Partial<Draft>): Writer {
  const sound = createExtractiveWriter();
  return {
    async write(asked, signal) {
      const outcome = await sound.write(asked, signal);
      return outcome.kind === "draft" ? { ...outcome, draft: { ...outcome.draft, ...change } } : outcome;
    },
  };
}

const write = (change: Partial<Draft>) =>
  writeDraft(request, createWriter(change), new AbortController().signal);
const invented = "Mara: ‘we lied to every single customer’";

const changes: readonly [string, Partial<Draft>][] = [
  ["title", { title: invented }],
  ["hook", { hook: invented }],
  ["angle", { angle: invented }],
  ["announcement", { announcement: [invented] }],
];
for (const [place, change] of changes)
  test(`a quotation in the ${place} that no source holds is left out`, async () => {
    const result = await write(change);
    assert.ok(result.kind === "written");
    assert.doesNotMatch(JSON.stringify(result.written), /lied/);
    assert.deepEqual(result.written.findings, []);
  });

test("where nothing is left without it, one sentence says so, which speaks of no defect", async () =>
  await assert.rejects(write({ markdown: invented }), {
    name: "UserError",
    message:
      "Nothing was drafted: the draft puts words between quotation marks that no source says, and without them too little of it is left. Ask for it again, or name the source that has them.",
  }));

test("negative control: the draft as it was written is sound", async () => {
  const result = await write({});
  assert.ok(result.kind === "written");
  assert.deepEqual(result.written.findings, []);
});

const folder = new URL("../../../fixtures/transcripts/bridges/", import.meta.url);
const writeFrom = (name: string, people: Speakers["people"] = []) =>
  writeDraft(
    {
      ...request,
      brief: briefOf("What a bridge inspection compares"),
      sources: [{ ...readFixture(`bridges/${name}`).source, lines: null }],
      speakers: { people },
    },
    createExtractiveWriter(),
    new AbortController().signal,
  );

for (const name of readdirSync(folder).filter((file) => file !== "silence.json"))
  test(`a draft is written from ${name}`, async () => {
    const result = await writeFrom(name);
    assert.ok(result.kind === "written", name);
    assert.deepEqual(result.written.findings, []);
    assert.match(result.written.draft.markdown, /^> /m);
  });

test("what a recogniser made of silence is no source", async () =>
  await assert.rejects(writeFrom("silence.json"), {
    name: "UserError",
    message: /`silence\.json` \(it holds only what a recogniser of speech made of silence or noise\)\.$/,
  }));

test("people are called by their names, and nobody who does not want it is quoted or passed on", async () => {
  const nora = { name: "Dr. Nora Lind", labels: [], files: { "whisperx.json": ["SPEAKER_00"] } };
  const result = await writeFrom("whisperx.json", [
    { ...nora, quotes: "ok" },
    { name: "Tomas Vega", labels: [], files: { "whisperx.json": ["SPEAKER_01"] }, quotes: "never" },
  ]);
  assert.ok(result.kind === "written");
  const { markdown, hook, announcement } = result.written.draft;
  const shown = [markdown, hook, ...announcement].join("\n");
  assert.match(shown, /— Dr\\?\. Nora Lind/);
  assert.doesNotMatch(shown, /Tomas|SPEAKER|laptop|council/);
  await assert.rejects(
    writeFrom("whisperx.json", [
      { ...nora, quotes: "never" },
      { name: "Tomas Vega", labels: [], files: { "*.json": ["SPEAKER_01"] }, quotes: "never" },
    ]),
    { name: "UserError", message: /\(nobody in it may be quoted, as the speakers file says\)\.$/ },
  );
});

test("negative control: without the file of speakers both are heard, as the recogniser calls them", async () => {
  const result = await writeFrom("whisperx.json");
  assert.ok(result.kind === "written");
  assert.match(result.written.draft.markdown, /SPEAKER\\?_01/);
});

test("a writer sees neither what was said off the record nor the names for which pseudonyms stand", async () => {
  const text = source.text.replace(
    /$/,
    "\n\n**Mara Lindqvist:** Off the record, Vantaro lost it all.\n\n**Mara Lindqvist:** Back on the record.\n",
  );
  const shown: string[] = [];
  const sound = createWriter({});
  const writer: Writer = {
    write(asked, signal) {
      const { transcripts, brief, series } = asked;
      shown.push(JSON.stringify([transcripts.map(({ utterances }) => utterances), brief, series]));
      return sound.write(asked, signal);
    },
  };
  const asked = {
    ...request,
    brief: { ...request.brief, series: "Behind the queue" },
    series: [{ name: "Behind the queue", pointOfView: "People who built a queue.", voice: null }],
    voiceNotes: "Say queue, not pipe.",
    sources: [{ ...source, text, lines: null }],
    pseudonyms: { queue: "line" },
  };
  const result = await writeDraft(asked, writer, new AbortController().signal);
  assert.doesNotMatch(shown.join(), /vantaro|\bqueue\b/i);
  for (const said of [/\bline\b/, /Behind the line/, /who built a line/, /Say line/])
    assert.match(shown.join(), said);
  assert.ok(result.kind === "written");
  assert.match(JSON.stringify(result.written.findings), /2 turns were said off the record/);
});

test("what the team has settled of style is warned of", async () => {
  const style = StyleSettings.parse({ banned: ["queue"], words: { min: 5000 } });
  const result = await writeDraft({ ...request, style }, createWriter({}), new AbortController().signal);
  assert.ok(result.kind === "written");
  const rules = new Set(result.written.findings.map(({ rule, severity }) => `${severity} ${rule}`));
  assert.deepEqual([...rules].sort(), ["warning banned-phrase", "warning too-short"]);
});
