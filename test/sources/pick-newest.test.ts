import assert from "node:assert/strict";
import { test } from "node:test";
import { isReadme, pickNewest, readDay } from "../../src/sources/pick-newest.ts";

const days: readonly [string, string | null][] = [
  ["calls/2026-03-23-restore.md", "2026-03-23"],
  ["calls/call_20260323.vtt", "2026-03-23"],
  ["2026/03/23/talk.md", "2026-03-23"],
  ["2026.03.23 talk.md", "2026-03-23"],
  ["2025-01-01/retold 2026-03-23.md", "2026-03-23"],
  ["calls/2026-03.md", null],
  ["calls/2026-13-01.md", null],
  ["calls/2026-03-32.md", null],
  ["calls/120260323.md", null],
  ["calls/2026-0323.md", null],
  ["talk.md", null],
];

for (const [path, day] of days)
  test(`${path} is of ${day ?? "no day"}`, () => assert.equal(readDay(path), day));

test("the newest come first; then names from behind, numbers as numbers; what has no day is last", () => {
  const files = ["a", "2026-01-02", "part-9", "2026-01-10", "part-10", "2026-01-10-b"].map((path) => ({
    path,
    day: readDay(path),
  }));
  const names = (most: number) => pickNewest(files, most).map(({ path }) => path);
  assert.deepEqual(names(9), ["2026-01-10-b", "2026-01-10", "2026-01-02", "part-10", "part-9", "a"]);
  assert.deepEqual(names(2), ["2026-01-10-b", "2026-01-10"]);
  assert.deepEqual(names(0), []);
});

test("a folder's description is known by its name", () => {
  assert.ok(isReadme("a/README.md") && isReadme("readme"));
  assert.ok(!isReadme("a/readme-first/x.md") && !isReadme("my-readme.md"));
});
