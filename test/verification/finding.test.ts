import assert from "node:assert/strict";
import { test } from "node:test";
import { describePostLine, readPostLine } from "../../src/verification/finding.ts";

test("a line of the post is read back from the place that names it, and from no other", () => {
  assert.equal(readPostLine({ place: describePostLine(17) }), 17);
  for (const place of ["title", "announcement", "content/post, line 3.md", "post, line 1234567", "post"])
    assert.equal(readPostLine({ place }), null, place);
});
