import assert from "node:assert/strict";
import { test } from "node:test";
import { hashSentence, Ledger } from "../../../src/verification/evidence/ledger.ts";
import { ledger } from "./evidence.ts";

test("a ledger is plain JSON, and holds no word of the post", () => {
  const text = JSON.stringify(ledger);
  assert.deepEqual(Ledger.parse(JSON.parse(text)), ledger);
  assert.doesNotMatch(text, /restore|nineteen|firewall/i);
});

test("a sentence is known by its words and their order", () => {
  assert.equal(hashSentence(["a", "b"]), hashSentence(["a", "b"]));
  assert.notEqual(hashSentence(["a", "b"]), hashSentence(["b", "a"]));
  assert.match(hashSentence([]), /^[0-9a-f]{20}$/);
});
