import assert from "node:assert/strict";
import { test } from "node:test";
import { stemWord } from "../../../src/sources/ranking/read-words.ts";
import { listRelated } from "../../../src/sources/ranking/related-words.ts";

test("a word finds those that stand for it, in both directions, and not itself", () => {
  assert.ok(listRelated(stemWord("finance")).has(stemWord("costs")));
  assert.ok(listRelated(stemWord("costs")).has(stemWord("finance")));
  assert.ok(!listRelated(stemWord("costs")).has(stemWord("costs")));
});

test("negative control: an unknown word has none", () => assert.equal(listRelated("zebra").size, 0));
