import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/errors.ts";
import { decodeText } from "../../src/sources/decode-text.ts";

const bytes = (...parts: (number[] | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

test("UTF-8 and both kinds of UTF-16 are read without their byte order mark", () => {
  const littleEndian = Buffer.from("Grüße 📝", "utf16le");
  assert.equal(decodeText(Buffer.from("Grüße 📝")), "Grüße 📝");
  assert.equal(decodeText(bytes([0xef, 0xbb, 0xbf], Buffer.from("Grüße"))), "Grüße");
  assert.equal(decodeText(bytes([0xff, 0xfe], littleEndian)), "Grüße 📝");
  assert.equal(decodeText(bytes([0xfe, 0xff], Buffer.from(littleEndian).swap16())), "Grüße 📝");
  assert.equal(decodeText(Buffer.of()), "");
});

test("line ends stay as they were", () => {
  assert.equal(decodeText(Buffer.from("a\r\nb\rc\n")), "a\r\nb\rc\n");
});

test("binary files and other encodings are refused in words that end a sentence", () => {
  const refused: [Buffer, string][] = [
    [bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "it is a binary file"],
    [Buffer.from("Grüße", "latin1"), "it is not UTF-8 text: save it as UTF-8"],
  ];
  for (const [content, message] of refused) assert.throws(() => decodeText(content), new UserError(message));
});
