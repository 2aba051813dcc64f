import assert from "node:assert/strict";
import { test } from "node:test";
import { createExtractiveWriter } from "../../../src/adapters/extractive/extractive-writer.ts";
import type { Draft } from "../../../src/drafting/draft.ts";
import { writeDraft } from "../../../src/jobs/tasks/write-draft.ts";
import type { Writer } from "../../../src/ports/writer.ts";
import { createSpending } from "../../fixtures/scripted-model.ts";
import { briefOf, readFixture } from "../../fixtures/sources.ts";

const { source } = readFixture("two-engineers-on-queues.md");
const request = {
  brief: briefOf("What queues promise"),
  series: null,
  sources: [{ ...source, lines: null }],
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
  ["announcement", { announcement: [invented] }],
  ["body", { markdown: invented }],
];
for (const [place, change] of changes)
  test(`a quotation in the ${place} that no source holds is a defect of the writer, and nothing is shown`, async () =>
    await assert.rejects(write(change), {
      name: "PermanentError",
      message: "The writer quoted what no source says",
    }));

test("negative control: the draft as it was written is sound", async () => {
  const result = await write({});
  assert.ok(result.kind === "written");
  assert.deepEqual(result.written.findings, []);
});
