import assert from "node:assert/strict";
import { test } from "node:test";
import { dropRepeats } from "../../../src/sources/formats/drop-repeats.ts";

/** Cues of two seconds, each begun when the last ends; lines are parted by `/`. */
const cues = (...texts: string[]) =>
  texts.map((text, index) => ({
    startMs: index * 2000,
    endMs: index * 2000 + 2000,
    lines: text.split("/").map((line) => ({ text: line, breaks: [], line: index, voice: null })),
  }));
const shown = (...texts: string[]) =>
  dropRepeats(cues(...texts)).map(({ lines }) => lines.map(({ text }) => text).join("/"));

test("lines that roll up are read once", () => {
  assert.deepEqual(shown("one two", "one two/three", "three/four", "four"), ["one two", "three", "four", ""]);
});

test("of a cue that grows only the last state is read, from when it began", () => {
  const grown = dropRepeats(cues("we", "we moved", "we moved it", "then", "then we", "then we slept"));
  assert.deepEqual(
    grown.map(({ startMs, lines }) => [startMs, lines[0]?.text]),
    [
      [0, "we moved it"],
      [6000, "then we slept"],
    ],
  );
});

test("a cue that stands there twice is one", () => {
  const [cue] = cues("Hello.");
  assert.equal(dropRepeats([cue, cue].filter((one) => one !== undefined)).length, 1);
});

test("negative control: what somebody said twice was said twice", () => {
  const said = ["Yes.", "Yes.", "And the drill?", "Yes."];
  assert.deepEqual(shown(...said), said);
});
