import assert from "node:assert/strict";
import { test } from "node:test";
import { readShown } from "../../src/verification/read-shown.ts";

test("lines stay where they are", () => {
  const post = "a <!-- b\nc --> d\n```\ncode\n```\n<q\nclass='x'>e</q>\n> f\n";
  assert.equal(readShown(post).split("\n").length, post.split("\n").length);
});

test("escaped marks and marks of code are left as words", () => {
  assert.equal(readShown("\\<b> \\&amp; \\`“a”\\`"), "\\<b> \\&amp; \\`“a”\\`");
  assert.equal(readShown("Run `npm “ci” <b>` now"), "Run npm  ci  \\<b\\> now");
});

test("ten thousand of any mark are read in time", () => {
  for (const one of ["`", "``", "[", "](", "<", "<!--", "&", "~~", "\\", "<a ", "![a", "> ", "- > "])
    assert.ok(readShown(one.repeat(10_000)).length >= 0, one);
});
