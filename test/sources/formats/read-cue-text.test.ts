import assert from "node:assert/strict";
import { test } from "node:test";
import { readCueText } from "../../../src/sources/formats/read-cue-text.ts";

const read = (...texts: string[]) =>
  readCueText({ lines: texts.map((text, index) => ({ text, line: index + 5 })) });

test("voices, tags and references of one cue", () => {
  assert.deepEqual(read("<v.loud Ana &amp; Co>One <i>two</i></v> three", "<v Ben>four &lt;5&nbsp;six"), [
    { text: "One two", breaks: [4, 7], line: 5, voice: "Ana & Co" },
    { text: "three", breaks: [], line: 5, voice: null },
    { text: "four <5 six", breaks: [5, 6, 7, 8], line: 6, voice: "Ben" },
  ]);
});

test("a tag may run over a line end, and one without an end swallows the cue", () => {
  assert.deepEqual(
    read("one <c.a", "b>two", "three <i four").map(({ text, line }) => [text, line]),
    [
      ["one two", 5],
      ["three", 7],
    ],
  );
});

test("times inside a cue and unknown references", () => {
  assert.deepEqual(
    read("one <00:01.000>two &nosuch; &").map(({ text }) => text),
    ["one two &nosuch; &"],
  );
});
