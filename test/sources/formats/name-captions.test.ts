import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadCue } from "../../../src/sources/formats/drop-repeats.ts";
import { createLabelReader } from "../../../src/sources/formats/name-captions.ts";

const cues = (texts: readonly string[]): ReadCue[] =>
  texts.map((text, line) => ({ startMs: 0, endMs: 1, lines: [{ text, breaks: [], line, voice: null }] }));
const names = (...texts: string[]) => {
  const read = createLabelReader(cues(texts));
  return texts.map((text) => read(text, true)?.name ?? null);
};

test("where every cue has a label, handles and devices are names", () => {
  const texts = [
    "andrew (erigon): Hi.",
    "0xCafe: Hi.",
    "Kim's iPhone 12: Hi.",
    "Ana | Geth: Hi.",
    "Ben - x.xyz: Hi.",
  ];
  assert.deepEqual(names(...texts), [
    "andrew (erigon)",
    "0xCafe",
    "Kim's iPhone 12",
    "Ana | Geth",
    "Ben - x.xyz",
  ]);
});

test("elsewhere only a name is one", () => {
  assert.deepEqual(names("Ana: One", "two", "so remember: three", "four", "five", "[laughs] six"), [
    "Ana",
    ...Array(5).fill(null),
  ]);
});

test("a recogniser's brackets and the chevrons of live captions are read", () => {
  assert.deepEqual(names("[SPEAKER_01]: Hi.", ">> ANA: Hi.", "- Ben: Hi."), ["SPEAKER_01", "ANA", "Ben"]);
});

test("a later line of a cue has a label only when that name opens a cue somewhere", () => {
  const read = createLabelReader(cues(["Ana: One", "two", "three", "four", "Ben: five"]));
  assert.equal(read("Ben: no", false)?.name, "Ben");
  assert.equal(read("Cleo: no", false), null);
});
