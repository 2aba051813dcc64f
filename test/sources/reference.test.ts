import assert from "node:assert/strict";
import { test } from "node:test";
import { describePath, hasKnownExtension, refuse, shorten, splitLines } from "../../src/sources/reference.ts";

test("a refusal keeps nothing to ask for", () => {
  const reference = { ...describePath("a.md", "note"), refs: ["main"] };
  assert.deepEqual(refuse(reference, "why"), { ...reference, candidates: [], refs: null, refusal: "why" });
});

test("lines are what GitHub writes behind a path, and only at its end", () => {
  assert.deepEqual(splitLines("a.md#L9-L3"), { path: "a.md", lines: { first: 9, last: 9 } });
  assert.deepEqual(splitLines("a.md#L3C1-L9C20"), { path: "a.md", lines: { first: 3, last: 9 } });
  for (const text of ["a.md", "a.md#top", "a.md#L", "a#L3.md", "a.md#L9999999999"])
    assert.deepEqual(splitLines(text), { path: text, lines: null });
});

test("what was written is shortened without breaking a letter, and an extension is known in any case", () => {
  assert.equal(shorten("a".repeat(200)), "a".repeat(200));
  assert.equal(shorten(`${"a".repeat(199)}😀`), `${"a".repeat(199)}�…`);
  assert.ok(hasKnownExtension("A.MD") && hasKnownExtension("a.vtt"));
  assert.ok(!hasKnownExtension("a.pdf") && !hasKnownExtension("md"));
});
