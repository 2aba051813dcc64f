import assert from "node:assert/strict";
import { test } from "node:test";
import { findQuotations } from "../../src/verification/find-quotations.ts";

const find = (markdown: string) =>
  findQuotations(markdown).map(({ form, text, line, attribution }) => [form, text, line, attribution]);

test("reads block quotations with who said them", () => {
  assert.deepEqual(find("Text.\n\n> One two.  \n> — Ana, 00:01:30\n\n> Three\n> four.\n>\n> — Psy, D."), [
    ["block", "One two.", 3, "Ana"],
    ["block", "Three\nfour.", 6, "Psy, D."],
  ]);
});

test("reads a block without a name as one", () =>
  assert.deepEqual(find("> Nobody said."), [["block", "Nobody said.", 1, null]]));

test("reads curly and straight quotations and what stands around them", () => {
  const [first, second] = findQuotations('Ana said\n“one two” and Ben "three".');
  assert.deepEqual([first?.text, first?.line, first?.before], ["one two", 2, "Ana said\n"]);
  assert.deepEqual([second?.text, second?.before, second?.after], ["three", "Ana said\n  and Ben ", "."]);
});

test("a quotation mark without its pair is one that cannot be checked", () =>
  assert.deepEqual(find("He said “never closed"), [["inline", "", 1, null]]));

test("code is no quotation", () => assert.deepEqual(find('`"a"`\n\n```\n> b\n“c”\n```\n'), []));
