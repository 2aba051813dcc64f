import assert from "node:assert/strict";
import { test } from "node:test";
import { linkSource } from "../../src/pull-request/link-source.ts";

test("a source links to its page at its commit, and to nothing where it has none", () => {
  const source = { repository: "acme/notes", path: "calls/2026 a#1.md", commit: "c0ffee" };
  assert.equal(
    linkSource(source, "https://github.com"),
    "https://github.com/acme/notes/blob/c0ffee/calls/2026%20a%231.md",
  );
  assert.equal(linkSource({ ...source, repository: null }, "https://github.com"), null);
  assert.equal(linkSource({ ...source, commit: null }, "https://github.com"), null);
});
