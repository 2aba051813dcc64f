import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dropHiddenCharacters,
  dropTags,
  escapeMarkdown,
  readMarkdown,
} from "../../src/drafting/clean-markdown.ts";

test("escapes what Markdown or HTML would read as a mark", () => {
  assert.equal(
    escapeMarkdown("a <b> & *c* [d] `e` &lt; _f_ g_h"),
    "a \\<b> & \\*c\\* \\[d\\] \\`e\\` \\&lt; \\_f\\_ g_h",
  );
});

test("escapes what would open a block, and keeps to one line", () => {
  assert.equal(escapeMarkdown("# one\n\n- two"), "\\# one - two");
  assert.equal(escapeMarkdown("1. one"), "1\\. one");
  assert.equal(escapeMarkdown("- one"), "\\- one");
});

test("unescaping gives the words back", () => {
  const words = "x < y, 50% *now* (see [a](b)) \\o/ #4 @me";
  assert.equal(escapeMarkdown(words).replace(/\\([!-/:-@[-`{-~])/g, "$1"), words);
});

const templates = ["{% include x %}", "{{ site.secret }}", "{{< script >}}", "<%= secret %>", "a {b} #{c}"];
for (const written of templates)
  test(`template code is words: ${written}`, () => {
    const markdown = escapeMarkdown(written);
    assert.doesNotMatch(markdown, /[{}]|<%/);
    assert.equal(readMarkdown(markdown), written);
  });

test("an entity in the words is not taken for one of ours", () => {
  for (const words of ["&#123;% x", "&lt;", "{&#125;", "\\&#123;"])
    assert.equal(readMarkdown(escapeMarkdown(words)), words);
});

test("drops hidden and bidirectional characters and keeps joiners", () => {
  assert.equal(dropHiddenCharacters("a\u202Eb\u200Bc\u0000d\u{E0041}e\n\tf👩‍💻"), "abcde\n\tf👩‍💻");
});

test("what carries text unseen goes, and what scripts and emoji are written with stays", () => {
  assert.equal(dropHiddenCharacters("a\u{E0101}b\u3164c\u034Fd\uFFF9e\u2028f"), "abcde f");
  for (const kept of ["葛\u{E0100}飾", "✈\uFE0F", "می\u200Cخواهم"])
    assert.equal(dropHiddenCharacters(kept), kept);
});

test("half of a character becomes one that files can hold", () => {
  assert.equal(dropHiddenCharacters("a \ud800 b \udc00, 👩‍💻"), "a \uFFFD b \uFFFD, 👩‍💻");
  assert.equal(dropTags("Hook \uFFFE\ud800 <b>x</b>"), "Hook \uFFFD x");
  assert.ok(escapeMarkdown("\ud800").isWellFormed());
});

test("escapes are resolved where Markdown is not read, and back", () => {
  for (const words of ["a_b *c* [d](e) <f>", "1. x", "back\\slash"])
    assert.equal(readMarkdown(escapeMarkdown(words)), words);
});

test("nothing shaped like a tag stays in front matter", () => {
  assert.equal(
    dropTags("A <b>bold</b> <script>alert(1)</script> claim, 3 < 4"),
    "A bold alert(1) claim, 3 < 4",
  );
});
