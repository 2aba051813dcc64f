import assert from "node:assert/strict";
import { test } from "node:test";
import { listQuotations } from "../../../src/verification/evidence/list-quotations.ts";

test("quotations of the post and of what its front matter shows have the lines of the file", () => {
  const description = "“Nobody had restored from it once”, says Maya";
  const file = `---\ntitle: "A title of many words here"\ndescription: "${description}"\nnote: “these words are never shown to anybody”\n---\n\nShe said “we lost the whole weekend”.\n\n> Block words.\n\n> [!NOTE]\n> A box of the editor.\n`;
  const data = { title: "A title of many words here", description, note: "“these words are never shown”" };
  assert.deepEqual(
    listQuotations(file, data).map(({ line, text, form }) => [line, form, text]),
    [
      [3, "inline", "Nobody had restored from it once"],
      [7, "inline", "we lost the whole weekend"],
      [9, "block", "Block words."],
    ],
  );
});
