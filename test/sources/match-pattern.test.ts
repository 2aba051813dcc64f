import assert from "node:assert/strict";
import { test } from "node:test";
import { findFolder, hasWildcard, matchPattern } from "../../src/sources/match-pattern.ts";

const files = [
  "calls/2026-01.md",
  "calls/2025-12.md",
  "calls/.old/2026-02.md",
  "calls/a/2026-03.vtt",
  "b.md",
].map((path) => ({ path }));
const match = (pattern: string) => {
  const matched = matchPattern(pattern, files);
  return typeof matched === "string" ? matched : matched.map(({ path }) => path);
};

test("wildcards are known from letters", () => {
  for (const path of ["a/*.md", "a?.md", "a/[ab].md", "{a,b}.md", "**"]) assert.ok(hasWildcard(path), path);
  for (const path of ["a/b.md", "a{b}.md", "a[].md", "a].md"]) assert.ok(!hasWildcard(path), path);
});

test("only the folder before the first wildcard is listed, as deep as the pattern can reach", () => {
  assert.deepEqual(findFolder("calls/2026-*.md"), { folder: "calls", depth: 1 });
  assert.deepEqual(findFolder("a/b/*/c/*.md"), { folder: "a/b", depth: 3 });
  assert.deepEqual(findFolder("*.md"), { folder: "", depth: 1 });
  assert.deepEqual(findFolder("a/**/*.md"), { folder: "a", depth: 6 });
  assert.deepEqual(findFolder("*/*/*/*/*/*/*/*/*.md"), { folder: "", depth: 6 });
});

test("what a pattern matches", () => {
  assert.deepEqual(match("calls/2026-*.md"), ["calls/2026-01.md"]);
  assert.deepEqual(match("calls/**/2026-*.{md,vtt}"), ["calls/2026-01.md", "calls/a/2026-03.vtt"]);
  assert.deepEqual(match("calls/202[56]-??.md"), ["calls/2026-01.md", "calls/2025-12.md"]);
  assert.deepEqual(match("talks/*"), []);
});

test("a pattern that would take long is refused with the reason", () => {
  assert.equal(
    match("{a,b}/{c,d}/{e,f}"),
    "this pattern is too much to match (expected at most two groups in a pattern)",
  );
  assert.match(String(match(`${"a".repeat(201)}*`)), /at most 200 characters/);
});
