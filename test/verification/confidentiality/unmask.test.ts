import assert from "node:assert/strict";
import { test } from "node:test";
import { unmask } from "../../../src/verification/confidentiality/unmask.ts";

test("plain text has one reading", () => {
  const text = "Nothing is hidden here, 5 % of it.\n> Not even « this ».\n";
  assert.deepEqual(unmask(text), [text]);
});

test("every reading has the lines of the text", () => {
  const text = "a\nVan**ta**ro @ x . y\nTwoWords v a n t a r o\n&#10;&NewLine;%0a\nend";
  assert.equal(unmask(text).length, 3);
  for (const reading of unmask(text)) assert.equal(reading.split("\n").length, text.split("\n").length);
});

test("words of one other script stay as they are", () =>
  assert.deepEqual(unmask("Вот это слово"), ["Вот это слово"]));

test("a hundred thousand letters of two scripts are read in time", () =>
  assert.ok(unmask(`${"а".repeat(50_000)}${"a".repeat(50_000)}`).length > 0));
