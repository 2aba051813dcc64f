import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createExtractiveWriter } from "../../../src/adapters/extractive/extractive-writer.ts";
import { flatten, flattenSource, readQuotations } from "../../fixtures/posts.ts";
import { readTranscript } from "../../fixtures/sources.ts";
import { requestOf } from "./material.ts";

const folder = process.env.GALLEY_DATA;
const skip = folder === undefined ? "GALLEY_DATA names no folder of transcripts" : false;
const files = (folder === undefined ? [] : ["changelog-md", "zoom-vtt"])
  .map((part) => join(folder ?? "", part))
  .filter((part) => existsSync(part))
  .flatMap((part) => readdirSync(part).map((name) => join(part, name)))
  .filter((file) => /\.(?:md|vtt)$/.test(file));
const titles = [
  "What we learned the hard way",
  "Trust in open source",
  "Measuring performance",
  "How decisions are made",
];

test("every quotation of drafts over real talk stands word for word in its file", { skip }, async () => {
  const writer = createExtractiveWriter();
  assert.ok(files.length > 0, "the folder holds no transcripts");
  for (const file of files) {
    const transcript = readTranscript(file);
    const spoken = flattenSource(transcript.source.text, file);
    for (const title of titles) {
      const outcome = await writer.write(requestOf(title, [transcript]), new AbortController().signal);
      if (outcome.kind === "declined") continue;
      const quotations = readQuotations(outcome.draft.markdown);
      assert.ok(quotations.length > 0, file);
      for (const { words, name } of quotations) {
        assert.ok(spoken.includes(flatten(words)), `${file}: ${words}`);
        assert.ok(name === null || transcript.speakers.includes(flatten(name)), `${file}: ${name}`);
      }
    }
  }
});
