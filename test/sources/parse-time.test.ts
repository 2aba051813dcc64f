import assert from "node:assert/strict";
import { test } from "node:test";
import { describeTime, parseTime } from "../../src/sources/parse-time.ts";

test("reads minutes, hours and fractions", () => {
  assert.equal(parseTime("08:15"), 495_000);
  assert.equal(parseTime("00:12:34"), 754_000);
  assert.equal(parseTime("01:00:00.5"), 3_600_500);
});

test("minutes go on past an hour and past 99 where the exporter writes none", () => {
  assert.equal(parseTime("99:50"), 5_990_000);
  assert.equal(parseTime("100:02"), 6_002_000);
  assert.equal(parseTime("1:100:02"), null);
});

test("refuses what is no time", () => {
  for (const written of ["", "8", "12:3", "a:bc", "1:2:3:4"]) assert.equal(parseTime(written), null);
});

test("writes hours, minutes and seconds", () => {
  assert.equal(describeTime(754_999), "00:12:34");
});
