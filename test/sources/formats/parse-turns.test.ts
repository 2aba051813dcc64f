import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";

const read = (text: string) => parseTranscript(sourceOf(text));
const said = (text: string) =>
  read(text).utterances.map(({ speaker, text: words, quotable }) => [speaker, words, quotable]);

test("a label alone opens a turn of several paragraphs", () => {
  assert.deepEqual(said("**Ana:**\n\nOne.\n\nTwo.\n\n**Ben:** Three.\n\n**Ana:** Four."), [
    ["Ana", "One.\n\nTwo.", true],
    ["Ben", "Three.", true],
    ["Ana", "Four.", true],
  ]);
});

test("what follows a break or a heading belongs to nobody until the next label", () => {
  assert.deepEqual(
    said(
      "**Ana:** One.\n\n**Break:** \\[05:10\\]\n\nBuy crates.\n\n**Ana:** Two.\n\n## Links\n\nMore to read.",
    ),
    [
      ["Ana", "One.", true],
      [null, "Buy crates.", false],
      ["Ana", "Two.", true],
      [null, "More to read.", false],
    ],
  );
});

test("lines and times are the file's own", () => {
  const [first, second] = read(
    "---\ntitle: A\n---\n\nAna Ruiz: 00:00:29\n\nOne.\n\nBen Ito: 00:01:00\n\nTwo.",
  ).utterances;
  assert.deepEqual([first?.speaker, first?.firstLine, first?.startMs], ["Ana Ruiz", 7, 29_000]);
  assert.deepEqual([second?.speaker, second?.firstLine, second?.startMs], ["Ben Ito", 11, 60_000]);
});

test("a few label lines do not make notes a transcript", () => {
  const notes =
    "# Voice\n\nDate: 4 March\nRoom: Blue\n\nWe write short.\n\nOwner: Kim\n\nMore text.\n\nEven more.";
  assert.equal(read(notes).kind, "notes");
  assert.ok(read(notes).utterances.every(({ speaker, quotable }) => speaker === null && !quotable));
});

test("lists and words of others inside a turn are not the speaker's to quote", () => {
  const [turn] = read(
    "**Ana:** I read this:\n\n> Somebody else wrote this.\n\n- a list item\n\n**Ana:** Done.",
  ).utterances;
  assert.deepEqual(
    turn?.sentences.map(({ quotable }) => quotable),
    [true, false, false],
  );
});

test("reads Windows line ends and a byte order mark", () => {
  assert.deepEqual(said("\uFEFF**Ana:** One.\r\n\r\n**Ana:** Two.\r\n"), [
    ["Ana", "One.", true],
    ["Ana", "Two.", true],
  ]);
});
