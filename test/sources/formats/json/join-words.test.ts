import assert from "node:assert/strict";
import { test } from "node:test";
import { joinWords } from "../../../../src/sources/formats/json/join-words.ts";

const word = (text: string, at: number, speaker = "A") => ({
  speaker,
  text,
  startMs: at * 1000,
  endMs: at * 1000 + 500,
  place: { line: at, first: at * 10, last: at * 10 + text.length },
  isAttached: /^[.,]$/.test(text),
});

test("a sentence ends at its mark, at a pause and at another speaker, and keeps its place", () => {
  const said = [
    word("We", 1),
    word("moved", 2),
    word(".", 3),
    word("It", 4),
    word("held", 9),
    word("Why", 10, "B"),
  ];
  assert.deepEqual(
    joinWords(said).map(({ speaker, text, startMs, place }) => [speaker, text, startMs, place]),
    [
      ["A", "We moved.", 1000, { line: 1, first: 10, last: 31 }],
      ["A", "It", 4000, { line: 4, first: 40, last: 42 }],
      ["A", "held", 9000, { line: 9, first: 90, last: 94 }],
      ["B", "Why", 10_000, { line: 10, first: 100, last: 103 }],
    ],
  );
  assert.deepEqual(joinWords([]), []);
});
