import assert from "node:assert/strict";
import { test } from "node:test";
import { titleOf } from "../../../src/adapters/extractive/title-source.ts";
import { sourceOf } from "../../fixtures/sources.ts";

test("its own title, else its heading, else its file's name", () => {
  assert.equal(titleOf(sourceOf('---\ntitle: "Cold rooms"\n---\nText')), "Cold rooms");
  assert.equal(titleOf(sourceOf("# Seeds & paper\n\nText")), "Seeds & paper");
  assert.equal(titleOf(sourceOf("Text", "talks/2026-03_cold-rooms.md")), "2026 03 cold rooms");
});
