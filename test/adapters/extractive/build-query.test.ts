import assert from "node:assert/strict";
import { test } from "node:test";
import { buildQuery } from "../../../src/adapters/extractive/build-query.ts";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { pairTerms } from "../../../src/adapters/extractive/read-terms.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { briefOf, sourceOf } from "../../fixtures/sources.ts";
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

const queryOver = (title: string, said: string) =>
  buildQuery(
    requestOf(title),
    indexSentences([parseTranscript(sourceOf(`**Ana:** ${said}`))], pairTerms(title)),
  );

test("a general word counts for little where the phrase that it belongs to is spoken", () => {
  const title = "Why founders struggle to raise a series A";
  const query = queryOver(title, "It came from a series of talks. Then we raised a series A in spring.");
  assert.ok((query.get("seri a") ?? 0) > 2 * (query.get("seri") ?? 1));
  assert.equal(queryOver(title, "It came from a series of talks.").get("seri"), 1);
});

test("a short name of the talk stands for the long word of the brief, a small word does not", () => {
  const query = queryOver(
    "WebAssembly for small teams",
    "We run Wasm in the browser. We were glad of that Walk.",
  );
  assert.ok(query.has("wasm"));
  assert.ok(!query.has("were") && !query.has("walk"));
});
