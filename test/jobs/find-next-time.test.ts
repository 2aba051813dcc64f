import assert from "node:assert/strict";
import { test } from "node:test";
import { findNextTime, isCron } from "../../src/jobs/find-next-time.ts";

function list(cron: string, timezone: string, after: string, count: number): string[] {
  const times: string[] = [];
  for (let at = new Date(after); times.length < count; times.push(at.toISOString().slice(0, 16)))
    at = findNextTime({ cron, timezone }, at);
  return times;
}

const cases: readonly [string, string, string, string, readonly string[]][] = [
  ["UTC has one length of day", "0 9 * * 2", "UTC", "2026-03-03T09:00Z", ["2026-03-10T09:00"]],
  [
    "Tuesday at nine stays at nine over New York's spring",
    "0 9 * * 2",
    "America/New_York",
    "2026-03-03T00:00Z",
    ["2026-03-03T14:00", "2026-03-10T13:00"],
  ],
  [
    "a time that New York skips is due an hour later, that day alone",
    "30 2 * * *",
    "America/New_York",
    "2026-03-07T12:00Z",
    ["2026-03-08T07:30", "2026-03-09T06:30"],
  ],
  [
    "a time that New York repeats is due once",
    "30 1 * * *",
    "America/New_York",
    "2026-10-31T12:00Z",
    ["2026-11-01T05:30", "2026-11-02T06:30"],
  ],
  [
    "a time that Berlin skips, on a weekday alone",
    "30 2 * * SUN",
    "Europe/Berlin",
    "2026-03-27T12:00Z",
    ["2026-03-29T01:30", "2026-04-05T00:30"],
  ],
  [
    "a time that Berlin repeats",
    "30 2 * * *",
    "Europe/Berlin",
    "2026-10-24T12:00Z",
    ["2026-10-25T00:30", "2026-10-26T01:30"],
  ],
  [
    "an hour after Chicago's gap, which older releases of the library put a week later",
    "0 8 * * 0",
    "America/Chicago",
    "2026-03-08T05:45Z",
    ["2026-03-08T13:00"],
  ],
  [
    "midnight that Santiago skips",
    "0 0 * * *",
    "America/Santiago",
    "2026-09-05T12:00Z",
    ["2026-09-06T04:00", "2026-09-07T03:00"],
  ],
  [
    "half an hour that Lord Howe Island repeats",
    "0 9 * * *",
    "Australia/Lord_Howe",
    "2026-04-04T04:00Z",
    ["2026-04-04T22:30", "2026-04-05T22:30"],
  ],
  ["leap days", "0 9 29 2 *", "UTC", "2096-03-01T00:00Z", ["2104-02-29T09:00"]],
];

for (const [title, cron, timezone, after, expected] of cases) {
  test(title, () => assert.deepEqual(list(cron, timezone, after, expected.length), expected));
}

test("what is five fields and has a day is an expression", () => {
  for (const cron of ["0 9 * * 2", "*/30 8-18 * MAR THU", " 0 9 1,15 * * ", "0 9 * * TUE#1", "0 9 L * *"])
    assert.equal(isCron(cron), true, cron);
});

test("negative control: what is none is refused", () => {
  const wrong = [
    "",
    "x",
    "@daily",
    "H 9 * * *",
    "0 9 * *",
    "0 0 9 * * 2",
    "60 * * * *",
    "0 0 30 2 *",
    "0 9 * * FOO",
  ];
  for (const cron of wrong) assert.equal(isCron(cron), false, cron);
});
