import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveLink } from "../../src/sources/resolve-link.ts";

test("a link inside the repository leads to a path from its top", () => {
  assert.equal(resolveLink("latest.md", "calls/a.md"), "calls/a.md");
  assert.equal(resolveLink("calls/latest.md", "./a.md"), "calls/a.md");
  assert.equal(resolveLink("calls/x/latest.md", "../../b.md"), "b.md");
  assert.equal(resolveLink("calls/latest", "2026/"), "calls/2026");
  assert.equal(resolveLink("a.md", "..b/c.md"), "..b/c.md");
});

test("a link that leaves it, or leads nowhere, has no path", () => {
  for (const target of ["../a.md", "x/../../a.md", "/etc/hosts", "..", ".", "", "a\0b"])
    assert.equal(resolveLink("latest.md", target), null, target);
});
