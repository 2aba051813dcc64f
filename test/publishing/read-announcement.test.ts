import assert from "node:assert/strict";
import { test } from "node:test";
import { type ReadAnnouncement, readAnnouncement } from "../../src/publishing/read-announcement.ts";

const approved = (text: string): ReadAnnouncement => ({ kind: "approved", text });
const table: [string, unknown, ReadAnnouncement][] = [
  ["a line", "Read this.", approved("Read this.")],
  ["Windows line ends and trailing ones", "a\r\n\r\nb\r\n\n\r\n", approved("a\n\nb")],
  ["what stands before and inside", "\n  a \n b  \n", approved("\n  a \n b  ")],
  ["characters that LinkedIn reserves", "*a* (b) #c @d", approved("*a* (b) #c @d")],
  ["an off word inside of a sentence", "No.", approved("No.")],
  ["two off words", "off none", approved("off none")],
  ["a number in quotes", "0", approved("0")],
  ["false", false, { kind: "off" }],
  ["nothing", null, { kind: "off" }],
  ["an empty text", "", { kind: "off" }],
  ["white space", " \r\n\t\n", { kind: "off" }],
  ["no", "no", { kind: "off" }],
  ["Off", " Off ", { kind: "off" }],
  ["NONE", "NONE", { kind: "off" }],
  ["Skip", "Skip\r\n", { kind: "off" }],
  ["false as a word", "False", { kind: "off" }],
  ["true", true, { kind: "wrong" }],
  ["a number", 7, { kind: "wrong" }],
  ["a list", ["a"], { kind: "wrong" }],
  ["a mapping", { text: "a" }, { kind: "wrong" }],
  ["a date", new Date(0), { kind: "wrong" }],
];

for (const [title, value, expected] of table)
  test(`read as ${expected.kind}: ${title}`, () =>
    assert.deepEqual(readAnnouncement({ title: "t", linkedin: value }), expected));

test("only a key of the post's own counts", () => {
  assert.deepEqual(readAnnouncement({}), { kind: "absent" });
  assert.deepEqual(readAnnouncement({ LinkedIn: "a" }), { kind: "absent" });
  assert.deepEqual(readAnnouncement(Object.create({ linkedin: "inherited" })), { kind: "absent" });
});
