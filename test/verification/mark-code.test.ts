import assert from "node:assert/strict";
import { test } from "node:test";
import { markCode } from "../../src/verification/mark-code.ts";

const mark = (text: string) =>
  markCode(text.split("\n"))
    .map((isCode) => (isCode ? "c" : "."))
    .join("");

test("a block ends at marks as long as those that open it, of their kind", () => {
  assert.equal(mark("a\n```ts\nb\n```\nc"), ".ccc.");
  assert.equal(mark("````\n```\n````\nc"), "ccc.");
  assert.equal(mark("```\n~~~\n```\nc"), "ccc.");
  assert.equal(mark("~~~ a `b`\n~~~~ \nc"), "cc.");
});

test("negative control: what opens nothing", () => {
  assert.equal(mark("```a``` b\nc\n```"), "...");
  assert.equal(mark("```\nnever closed"), "..");
  assert.equal(mark("    ```\n    a\n    ```"), "...");
});

test("a block in a list or a quotation ends with it", () => {
  assert.equal(mark("- a\n\n  ```\n  b\n  ```\nc"), "..ccc.");
  assert.equal(mark("- ```\n  b\nc\n```"), "cc..");
  assert.equal(mark("> ```\n> b\n> ```\n> c"), "ccc.");
  assert.equal(mark("> ```\n> b\nc\n```"), "cc..");
});

test("a hundred thousand lines that open and never close are read in time", () => {
  assert.equal(markCode(Array(100_000).fill("~~~ a")).includes(true), false);
});
