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

test("Windows-1252 and UTF-16 without a mark are read; a broken letter or two stay what they are", () => {
  assert.equal(decodeText(Buffer.from("Grüße aus Köln, sagte sie.", "latin1")), "Grüße aus Köln, sagte sie.");
  assert.equal(decodeText(bytes(Buffer.from("Es war "), [0x93], Buffer.from("gut"), [0x94])), "Es war “gut”");
  assert.equal(decodeText(Buffer.from("Ana: wide words here", "utf16le")), "Ana: wide words here");
  assert.equal(decodeText(bytes(Buffer.from("é".repeat(20)), [0xff])), `${"é".repeat(20)}\uFFFD`);
});

test("a caption file with a stray NUL is text", () => {
  assert.equal(decodeText(Buffer.from("WEBVTT\n\n\0\0")), "WEBVTT\n\n\0\0");
});

test("binary files are refused in words that end a sentence", () => {
  const refused: [Buffer, string][] = [
    [bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "it is a binary file"],
    [Buffer.from("PK\x03\x04 and more"), "it is a Word document or a ZIP file: export it as text"],
    [Buffer.from("%PDF-1.7"), "it is a PDF: export it as text"],
    [
      bytes([...Array(200).keys()].map((at) => 128 + (at % 64))),
      "it is neither UTF-8 nor another encoding that is read: save it as UTF-8",
    ],
  ];
  for (const [content, message] of refused) assert.throws(() => decodeText(content), new UserError(message));
});
