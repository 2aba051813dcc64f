import assert from "node:assert/strict";
import { test } from "node:test";
import { nameFirstLines } from "../../../src/sources/formats/name-first-lines.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";

const write = (cues: readonly (readonly string[])[]) =>
  cues.map((lines, at) => `0:0:${at}.0 --> 0:0:${at}.950\n${lines.join("\n")}`).join("\n\n");
const said = (cues: readonly (readonly string[])[]) =>
  parseTranscript(sourceOf(write(cues), "a.txt")).utterances.map(({ speaker, text, firstLine }) => [
    speaker,
    text,
    firstLine,
  ]);

test("a document of Teams names who speaks on the first line of each cue", () => {
  assert.deepEqual(
    said([
      ["Ana Ruiz (Guest)", "We moved the queue.", "On a Sunday."],
      ["Ben Ito", "And nobody noticed."],
      ["Ana Ruiz (Guest)", "That was the plan."],
    ]),
    [
      ["Ana Ruiz (Guest)", "We moved the queue. On a Sunday.", 3],
      ["Ben Ito", "And nobody noticed.", 8],
      ["Ana Ruiz (Guest)", "That was the plan.", 12],
    ],
  );
});

test("negative control: lines of speech that begin with a capital name nobody", () => {
  const cues = [
    ["Yes", "we moved."],
    ["Well", "so did we."],
    ["Then", "nobody noticed."],
    ["Good", "it was."],
  ];
  assert.deepEqual([...new Set(said(cues).map(([speaker]) => speaker))], [null]);
  assert.deepEqual(nameFirstLines([]), []);
});
