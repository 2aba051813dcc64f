import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJson } from "../../../../src/sources/formats/json/parse-json.ts";

const turns = (value: unknown) =>
  parseJson(JSON.stringify(value)).turns.map(({ speaker, mark, pieces }) => [
    speaker,
    mark,
    pieces.map(({ text }) => text).join(" "),
  ]);

test("segments of one speaker become a turn, and dots alone belong to the one before", () => {
  const segment = (speaker: string | null, text: string, start: number) => ({
    speaker,
    text,
    start,
    end: start + 1,
  });
  assert.deepEqual(
    turns({
      segments: [
        segment("A", " One.", 0),
        segment("A", "Two.", 1),
        segment(null, "...", 2),
        segment("B", "Three.", 3),
      ],
    }),
    [
      ["Speaker A", null, "One. Two. ..."],
      ["Speaker B", null, "Three."],
    ],
  );
});

test("what a machine made up is a turn of its own that is not quotable", () => {
  const segments = ["We moved it.", "It held.", "Thank you."].map((text, id) => ({
    text,
    compression_ratio: id === 2 ? 9 : 1,
  }));
  const parsed = parseJson(JSON.stringify({ segments }));
  assert.deepEqual(
    parsed.turns.map(({ mark, quotable }) => [mark, quotable]),
    [
      [null, true],
      ["noise", false],
    ],
  );
  assert.equal(parsed.units, 3);
});

test("JSON that is no transcript is refused", () => {
  for (const value of [{}, [], 3, { segments: [{ id: 1 }] }, { results: { items: "no" } }])
    assert.throws(() => parseJson(JSON.stringify(value)), /^UserError: its JSON is of no known recogniser/);
});
