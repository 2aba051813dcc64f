import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanInline, cleanLine, renderCode } from "../../src/pull-request/clean-for-github.ts";

/** The invisible break, made visible. */
const show = (text: string) => text.replaceAll("\u200B", "·");

const lines: readonly [string, string][] = [
  ["thanks @octocat and @acme/editors", "thanks @·octocat and @·acme/editors"],
  ["@\u200Boctocat", "@·octocat"],
  ["@\u2066octocat", "@·octocat"],
  ["write to a@b.example", "write to a@·b.example"],
  ["see #12", "see #·12"],
  ["closes #1", "c·loses #·1"],
  ["Fixes: #1", "F·ixes: #·1"],
  ["RESOLVED\n#1", "R·ESOLVED #·1"],
  ["GH-1 and gh-22", "GH-·1 and gh-·22"],
  ["fix GH-1", "f·ix GH-·1"],
  ["owner/repo#3", "owner/repo#·3"],
  ["close owner/re.po#3", "c·lose owner/re.po#·3"],
  ["closes https://github.com/acme/notes/issues/1", "c·loses https://github.com/acme/notes/issues/·1"],
  ["closes (https://github.com/acme/notes/issues/1)", "c·loses (https://github.com/acme/notes/issues/·1)"],
  ["Draft [skip ci] now", "Draft [·skip ci] now"],
  ["resolves:https://github.com/acme/notes/pull/1", "r·esolves:https://github.com/acme/notes/pull/·1"],
  ["a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf\u{E0041}g", "abcdefg"],
  ["a\u{E0101}b\u3164c\u034Fd", "abcd"],
  ["a\u0000b\u001B[31mc", "ab[31mc"],
  ["two\r\nlines\tand\u2028more ", "two lines and more"],
];

for (const [text, expected] of lines) {
  test(`a line is cleaned: ${JSON.stringify(text)}`, () => assert.equal(show(cleanLine(text)), expected));
}

test("negative control: harmless words stay as they are", () => {
  const harmless = [
    "The door closes at 9",
    "A fix for the 1st time",
    "C# and F#",
    "at @ noon",
    "prefix #",
    "ghosts",
    "Grüße 📝 日本語",
  ];
  for (const text of harmless) assert.equal(cleanLine(text), text);
});

const inline: readonly [string, string][] = [
  ["<!-- hidden --><img src=x>", "\\<\\!-- hidden --\\>\\<img src=x\\>"],
  ["[click](https://evil.example) ![x](y)", "\\[click\\]\\(https:·//evil.example) !\\[x\\]\\(y)"],
  ["**bold** _it_ ~no~ `code` a|b", "\\*\\*bold\\*\\* \\_it\\_ \\~no\\~ \\`code\\` a\\|b"],
  ["&#64;octocat &commat;octocat &#35;1", "\\&#·64;octocat \\&commat;octocat \\&#·35;1"],
  ["# no heading", "\\# no heading"],
  ["> no quote", "\\> no quote"],
  ["- no list", "\\- no list"],
  ["1. no list", "1\\. no list"],
  ["2) no list", "2\\) no list"],
  ["back\\slash", "back\\\\slash"],
];

for (const [text, expected] of inline) {
  test(`Markdown reads it as text: ${JSON.stringify(text)}`, () =>
    assert.equal(show(cleanInline(text)), expected));
}

const paths: readonly [string, string][] = [
  ["a/b c.md", "`a/b c.md`"],
  ["a`b.md", "`` a`b.md ``"],
  ["``a```b.md", "```` ``a```b.md ````"],
  ["a\nb\u202E.md", "`a b.md`"],
  ["@octocat/#1.md", "`@octocat/#1.md`"],
];

for (const [path, expected] of paths) {
  test(`a path is code: ${JSON.stringify(path)}`, () => assert.equal(renderCode(path), expected));
}

test("cleaning a long hostile text comes to an end", () => {
  for (const piece of ["fix ", "fix: ", "close.", "@a", "#1", "&", "a/", "`", "\u200B"]) {
    const text = piece.repeat(8_000);
    assert.ok(cleanInline(text).length > 0 || piece === "\u200B");
    assert.ok(renderCode(text).length > 0);
  }
});

test("no address becomes a link, and the words stay", () => {
  for (const text of [
    "Read https://a.example/b",
    "Read www.a.example",
    "Write mailto:a",
    "ftp://a.example",
  ]) {
    const cleaned = cleanInline(text);
    assert.doesNotMatch(cleaned, /https?:\/|ftp:\/|www\.|mailto:a/);
    assert.equal(cleaned.replaceAll("\u200B", ""), text);
  }
});
