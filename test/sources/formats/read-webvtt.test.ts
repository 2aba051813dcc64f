import assert from "node:assert/strict";
import { test } from "node:test";
import { readWebvtt } from "../../../src/sources/formats/read-webvtt.ts";

const read = (body: string) =>
  readWebvtt(`WEBVTT${body}`).map(({ startMs, endMs, lines }) => [
    startMs,
    endMs,
    lines.map(({ text }) => text).join("|"),
  ]);
const one = "00:01.000 --> 00:02.000";

test("header, notes, styles, regions and identifiers are no text", () => {
  assert.deepEqual(
    read(
      ` - a talk\nKind: captions\n\nSTYLE\n::cue {}\n\nREGION\nid:x\n\nNOTE no\nno\n\nan id\n${one} align:start line:0\nyes\n`,
    ),
    [[1000, 2000, "yes"]],
  );
});

test("an arrow opens the next cue, without a blank line too", () => {
  assert.deepEqual(read(`\n${one}\na\n${one}\nb\n\n\n\n${one}\n\nc`), [
    [1000, 2000, "a"],
    [1000, 2000, "b"],
    [1000, 2000, ""],
  ]);
});

for (const [times, isCue] of [
  ["100:00:01.000 --> 0:00:02.000", true],
  ["00:01.000-->00:02.000", true],
  ["00:60.000 --> 01:00.000", false],
  ["0:01.000 --> 00:02.000", false],
  ["00:01,000 --> 00:02,000", false],
  ["00:01.0000 --> 00:02.000", false],
  ["-00:01.000 --> 00:02.000", false],
] as const)
  test(`${times} ${isCue ? "opens" : "opens no"} cue`, () =>
    assert.equal(read(`\n\n${times}\nx`).length, isCue ? 1 : 0));

test("a file that does not begin with the signature is none", () => {
  for (const text of ["WEBVTTX\n", "webvtt\n", "\uFEFF\uFEFFWEBVTT\n", " WEBVTT\n"])
    assert.throws(() => readWebvtt(text), /^UserError: line 1 is not the word WEBVTT/);
});
