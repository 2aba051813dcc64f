import assert from "node:assert/strict";
import { test } from "node:test";
import { readSrt } from "../../../src/sources/formats/read-srt.ts";

const read = (text: string, format: "srt" | "sbv" = "srt") =>
  readSrt(text, format).map(({ startMs, endMs, lines }) => [
    startMs,
    endMs,
    lines.map(({ text: words, line }) => `${line} ${words}`),
  ]);

test("counters, commas, stops and hours of SubRip", () => {
  assert.deepEqual(
    read(
      "1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\ntwo\r\n\r\n2\r\n01:00:00.000 --> 01:00:01.000 X1:0\r\n42\r\n",
    ),
    [
      [1000, 2500, ["3 One", "4 two"]],
      [3_600_000, 3_601_000, ["8 42"]],
    ],
  );
});

test("missing counters, blank lines and empty captions are lived with", () => {
  assert.deepEqual(
    read(
      "00:00:01,000 --> 00:00:02,000\n\nOne\n00:00:02,000 --> 00:00:03,000\n\n3\n00:00:03,000 --> 00:00:04,000\nThree",
    ),
    [
      [1000, 2000, ["3 One"]],
      [2000, 3000, []],
      [3000, 4000, ["8 Three"]],
    ],
  );
});

test("SBV has its times on one line with a comma", () => {
  assert.deepEqual(read("0:00:01.000,0:00:02.000\nOne\n\n0:00:02.000,0:00:03.000\nTwo\n", "sbv"), [
    [1000, 2000, ["2 One"]],
    [2000, 3000, ["5 Two"]],
  ]);
});

test("a second of one digit, as Teams writes it in documents", () => {
  assert.deepEqual(read("0:0:0.0 --> 0:0:5.340\nOne\n\n0:1:10.5 --> 0:1:12.0\nTwo\n"), [
    [0, 5340, ["2 One"]],
    [70_500, 72_000, ["5 Two"]],
  ]);
});
