import assert from "node:assert/strict";
import { test } from "node:test";
import { readPace } from "../../../src/adapters/github/read-pace.ts";

const now = new Date("2026-05-05T12:00:00Z");
const inSeconds = (seconds: number) => String(now.getTime() / 1000 + seconds);
const date = now.toUTCString();
const spent = { "x-ratelimit-remaining": "0" };

const cases: readonly [string, Record<string, unknown> | undefined, number][] = [
  ["retry-after counts", { "retry-after": "7" }, 7_000],
  [
    "retry-after before the reset",
    { ...spent, "retry-after": "7", "x-ratelimit-reset": inSeconds(90) },
    7_000,
  ],
  [
    "the reset of a spent limit, by GitHub's clock",
    { ...spent, date, "x-ratelimit-reset": inSeconds(90) },
    91_000,
  ],
  ["a reset that is over", { ...spent, date, "x-ratelimit-reset": inSeconds(-5) }, 1_000],
  [
    "a reset of a limit that is not spent",
    { "x-ratelimit-remaining": "12", "x-ratelimit-reset": inSeconds(90) },
    60_000,
  ],
  ["a date instead of seconds", { "retry-after": "Tue, 05 May 2026 12:00:00 GMT" }, 60_000],
  ["no headers", undefined, 60_000],
];

for (const [title, headers, expected] of cases) {
  // A clock of ours that is wrong by an hour changes nothing where GitHub tells its own.
  const ours = headers?.date ? new Date(now.getTime() + 3_600_000) : now;
  test(`how long to wait: ${title}`, () => assert.equal(readPace(headers, ours), expected));
}
