import assert from "node:assert/strict";
import { test } from "node:test";
import { type ReadAnnouncement, readAnnouncement } from "../../src/publishing/read-announcement.ts";

const approved = (text: string): ReadAnnouncement => ({ kind: "approved", text });
const off: ReadAnnouncement = { kind: "off", isSaid: true };
const empty: ReadAnnouncement = { kind: "off", isSaid: false };
const wrong: ReadAnnouncement = { kind: "wrong" };
const table: [string, unknown, ReadAnnouncement][] = [
  ["a line", "Read this.", approved("Read this.")],
  ["Windows line ends and trailing ones", "a\r\n\r\nb\r\n\n\r\n", approved("a\n\nb")],
  ["what stands before and inside", "\n  a \n b  \n", approved("\n  a \n b  ")],
  ["characters that LinkedIn reserves", "*a* (b) #c @d", approved("*a* (b) #c @d")],
  ["an off word inside of a sentence", "No.", approved("No.")],
  ["two off words", "off none", approved("off none")],
  ["a number in quotes", "0", approved("0")],
  ["false", false, off],
  ["nothing", null, empty],
  ["an empty text", "", empty],
  ["white space", " \r\n\t\n", empty],
  ["no", "no", off],
  ["Off", " Off ", off],
  ["NONE", "NONE", off],
  ["Skip", "Skip\r\n", off],
  ["false as a word", "False", off],
  ["true", true, wrong],
  ["a number", 7, wrong],
  ["a list", ["a"], wrong],
  ["a mapping", { text: "a" }, wrong],
  ["a date", new Date(0), wrong],
  ["yes", "yes", wrong],
  ["On", " On\n", wrong],
  ["y", "y", wrong],
  ["N", "N", wrong],
  ["true as a word", "TRUE", wrong],
  ["a word for true inside of a sentence", "Yes!", approved("Yes!")],
  ["a space of no width", "\u200B", wrong],
  ["letters that are blank", "\u3164 \uFFA0", wrong],
  ["a pattern of Braille without dots", "\u2800", wrong],
  ["a mark without its letter", "\u0301", wrong],
  ["a control character", "\u0007", wrong],
  ["emoji", "🎉", approved("🎉")],
  ["a joined emoji", "👩‍💻", approved("👩‍💻")],
  ["half a character", "a \uD800 b", approved("a \uFFFD b")],
];

for (const [title, value, expected] of table)
  test(`read as ${expected.kind}: ${title}`, () =>
    assert.deepEqual(readAnnouncement({ title: "t", linkedin: value }), expected));

test("only a key of the post's own counts", () => {
  assert.deepEqual(readAnnouncement({}), { kind: "absent" });
  assert.deepEqual(readAnnouncement({ LinkedIn: "a" }), { kind: "absent" });
  assert.deepEqual(readAnnouncement(Object.create({ linkedin: "inherited" })), { kind: "absent" });
});
