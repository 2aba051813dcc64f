import assert from "node:assert/strict";
import { test } from "node:test";
import { buildQuery } from "../../../src/adapters/extractive/build-query.ts";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { briefOf } from "../../fixtures/sources.ts";
import { queues, requestOf } from "./material.ts";

const index = indexSentences([queues]);

test("the title counts for more than the notes", () => {
  const query = buildQuery(
    { ...requestOf("Queues"), brief: briefOf("Queues", { notes: "owners matter" }) },
    index,
  );
  assert.ok((query.get("queue") ?? 0) > (query.get("owner") ?? 0));
});

test("references, settings lines and the request itself are no subject", () => {
  const notes =
    "Series: Constellation\nSource: `talks/retries.md` (poison)\nsee transcripts/graveyard.md and https://a.example/morning";
  const query = buildQuery(
    {
      ...requestOf("Write a blog post about queues"),
      brief: briefOf("Write a blog post about queues", { notes }),
    },
    index,
  );
  assert.deepEqual(
    [...query.keys()].filter((term) => !term.includes(" ")),
    ["queue"],
  );
});

test("the asker's note on a source says what to take from it", () => {
  const noted = { ...queues, source: { ...queues.source, note: "retries and poison" } };
  assert.ok(buildQuery(requestOf("Queues", [noted]), index).has("poison"));
});

test("a word that the source never uses stands for its kin", () => {
  assert.ok(buildQuery(requestOf("Measurements"), index).has("measur"));
});
