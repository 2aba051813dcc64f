import assert from "node:assert/strict";
import { test } from "node:test";
import { assemblePost } from "../../src/drafting/assemble-post.ts";

test("puts opening and sections one after the other, headings escaped", () => {
  const post = assemblePost(
    ["Opening."],
    [{ heading: "A <b> heading", blocks: ["One.", "> Two.  \n> — Ana"] }],
  );
  assert.equal(post, "Opening.\n\n## A \\<b> heading\n\nOne.\n\n> Two.  \n> — Ana\n");
});
