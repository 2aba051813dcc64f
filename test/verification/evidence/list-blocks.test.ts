import assert from "node:assert/strict";
import { test } from "node:test";
import { listBlocks } from "../../../src/verification/evidence/list-blocks.ts";

test("blocks are as long as they are in the file", () => {
  const file = "One\ntwo ![a](b.png) [c](d)\n\n> three\n> four\n\n1. five\n   six\n2. seven\n";
  const blocks = listBlocks(file);
  assert.deepEqual(
    blocks.map(({ text, isQuoted }) => [text.replace(/\s+/g, " ").trim(), isQuoted]),
    [
      ["One two c", false],
      ["three four", true],
      ["five six", false],
      ["seven", false],
    ],
  );
  for (const { start, text } of blocks) {
    const slice = file.slice(start, start + text.length);
    for (const [at, character] of [...text].entries())
      assert.ok(/\s/.test(character) || /[[\]]/.test(slice[at] ?? "") || character === slice[at]);
  }
});

test("a line of a hundred thousand marks is read in time", () => {
  for (const mark of ["[", "![", "<", "|", "- ", "> "]) {
    const blocks = listBlocks(mark.repeat(100_000 / mark.length));
    assert.ok(blocks.length <= 1);
  }
});

test("a fence of other marks, or code on a line, hides nothing behind it", () => {
  for (const before of ["```\n~~~\n```", "```a``` b", "```"])
    assert.match(
      listBlocks(`${before}\n\nShown.`)
        .map(({ text }) => text)
        .join(),
      /Shown/,
      before,
    );
});
