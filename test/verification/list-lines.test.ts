import assert from "node:assert/strict";
import { test } from "node:test";
import { blankFrontMatter, listLines } from "../../src/verification/list-lines.ts";

test("lines keep their numbers, and those of code are left out", () => {
  const text = "One\r\n```js\nconst two = 2;\n~~~\n```\n~~~~\n```\n~~~~\nNine";
  assert.deepEqual(listLines(text), [
    { number: 1, text: "One" },
    { number: 9, text: "Nine" },
  ]);
});

test("front matter is blank, and every other line stays where it was", () => {
  assert.equal(blankFrontMatter("---\ntitle: A\n---\n\n# A\n"), "\n\n\n\n# A\n");
  assert.equal(blankFrontMatter("# A\n---\nB"), "# A\n---\nB");
});
