import assert from "node:assert/strict";
import { test } from "node:test";
import { markQuotes } from "../../src/verification/mark-quotes.ts";

const mark = (text: string) => markQuotes(text.split("\n")).join("\n");

test("every line that is shown in a quotation begins with its mark", () => {
  assert.equal(mark("> a\nb\n\nc"), "> a\n> b\n\nc");
  assert.equal(mark("- x\n  > a\n  > b\ny"), "- x\n> a\n> b\n> y");
  assert.equal(mark("<blockquote cite='x'>a\n\nb</blockquote>\nc"), "> a\n\n> b\nc");
});

test("negative control: what ends a quotation, and boxes", () => {
  assert.equal(mark("> a\n# b"), "> a\n# b");
  assert.equal(mark("> a\n- b"), "> a\n- b");
  assert.equal(mark("> ## a\nb"), "> ## a\nb");
  assert.equal(mark("> [!NOTE]\n> a\n\n> b"), "\na\n\n> b");
});
