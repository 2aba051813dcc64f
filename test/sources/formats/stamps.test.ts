import assert from "node:assert/strict";
import { test } from "node:test";
import { findStampAlone, readStamp } from "../../../src/sources/formats/stamps.ts";

test("stamps as exporters write them", () => {
  const stamps = [
    "0:05",
    "00:01:05.5",
    "5 seconds",
    "2 minutes 5 seconds",
    "1 hour 2 minutes 5 seconds1:02:05",
    "10:03 AM",
  ];
  assert.deepEqual(stamps.map(readStamp), [5000, 65_500, 5000, 125_000, 3_725_000, null]);
});

test("a line that is a stamp and nothing else", () => {
  assert.deepEqual(
    ["[0:05]", "0:05 - 0:09", "(00:12)", "12 minutes 1 second", "at 0:05", "5"].map(findStampAlone),
    ["0:05", "0:05", "00:12", "12 minutes 1 second", null, null],
  );
});
