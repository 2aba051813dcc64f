import assert from "node:assert/strict";
import { test } from "node:test";
import { createPublicList, isCommonKnowledge } from "../../../src/verification/confidentiality/harmless.ts";

test("days, countries, peoples and common abbreviations are known to everybody", () => {
  for (const words of [["monday"], ["germany"], ["american"], ["americans"], ["api"], ["apis"], ["y", "all"]])
    assert.ok(isCommonKnowledge(words), words.join(" "));
  for (const words of [["hallgren"], ["maria"], ["american", "vantaro"]])
    assert.ok(!isCommonKnowledge(words), words.join(" "));
});

test("an entry of the list covers its words and its figures, and nothing beside them", () => {
  const isListed = createPublicList(["Maria Hallgren", "brellow.com", "$420,000"]);
  assert.ok(isListed("hallgren"));
  assert.ok(isListed("brellow.com"));
  assert.ok(isListed("amount 420000"));
  assert.ok(!isListed("hallgren vantaro"));
  assert.ok(!isListed("amount 430000"));
  assert.ok(!isListed(""));
});
