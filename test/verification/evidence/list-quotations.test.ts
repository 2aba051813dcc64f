import assert from "node:assert/strict";
import { test } from "node:test";
import { listQuotations } from "../../../src/verification/evidence/list-quotations.ts";

test("quotations of the post and of its front matter have the lines of the file", () => {
  const description = "“Nobody had restored from it once”, says Maya";
  const file = `---\ntitle: "A title of many words here"\ndescription: "${description}"\nnote: “these words are never shown”\n---\n\nShe said “we lost the whole weekend”.\n\n> Block words.\n\n> [!NOTE]\n> A box of the editor.\n`;
  const data = { title: "A title of many words here", description, note: "“these words are never shown”" };
  assert.deepEqual(
    listQuotations(file, data).map(({ line, text, form }) => [line, form, text]),
    [
      [3, "inline", "Nobody had restored from it once"],
      [4, "inline", "these words are never shown"],
      [7, "inline", "we lost the whole weekend"],
      [9, "block", "Block words."],
    ],
  );
});

test("every text of the front matter is looked at, whatever its key is and however deep it lies", () => {
  const words = "“Nobody had restored from it once”";
  const list = (data: Record<string, unknown>) =>
    listQuotations(`---\n"seo": x\n---\n\nText.\n`, data).map(({ line, text }) => [line, text]);
  assert.deepEqual(list({ seo: { description: [words] } }), [[2, "Nobody had restored from it once"]]);
  assert.deepEqual(list({ linkedin: "“Nobody had\nrestored from it”" }), [
    [1, "Nobody had restored from it"],
  ]);
  const round: Record<string, unknown> = { words };
  round.again = round;
  assert.equal(list({ round }).length, 1);
});
