import assert from "node:assert/strict";
import { test } from "node:test";
import { fillPattern, formatDay } from "../../src/pull-request/fill-pattern.ts";

test("day and slug are filled in wherever they stand", () => {
  const values = { date: "2026-05-05", slug: "a-post" };
  assert.equal(fillPattern("blog/{date}-{slug}", values), "blog/2026-05-05-a-post");
  assert.equal(fillPattern("{slug}/{slug}.{date}", values), "a-post/a-post.2026-05-05");
  assert.equal(fillPattern("{other}", values), "{other}");
});

const days: readonly [string, string, string][] = [
  ["2026-05-05T12:00:00Z", "UTC", "2026-05-05"],
  ["2026-05-05T23:30:00Z", "Europe/Berlin", "2026-05-06"],
  ["2026-05-05T03:30:00Z", "America/New_York", "2026-05-04"],
  ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29"],
  ["2026-12-31T13:00:00Z", "Pacific/Kiritimati", "2027-01-01"],
  ["2028-02-29T00:00:00Z", "UTC", "2028-02-29"],
];

for (const [moment, zone, expected] of days) {
  test(`${moment} in ${zone} is ${expected}`, () =>
    assert.equal(formatDay(new Date(moment), zone), expected));
}
