import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeLittleText } from "../../../src/adapters/linkedin/little-text.ts";
import { renderLittleText } from "../../../src/sandbox/linkedin/little-text.ts";

const reserved = [..."|{}@[]()<>#\\*_~"];

test("the fifteen reserved characters are escaped, each alone, twice and between letters", () => {
  assert.equal(reserved.length, 15);
  for (const one of reserved) {
    assert.equal(escapeLittleText(one), `\\${one}`);
    assert.equal(escapeLittleText(`${one} ${one}`), `\\${one} \\${one}`);
    assert.equal(escapeLittleText(`a${one}b`), `a\\${one}b`);
  }
});

test("no other character of ASCII is escaped", () => {
  for (let code = 0; code < 128; code += 1) {
    const one = String.fromCharCode(code);
    if (!reserved.includes(one)) assert.equal(escapeLittleText(one), one, `character ${code}`);
  }
});

const hashtags: [string, string][] = [
  ["#one", "#one"],
  ["a #one, #Two3. (#drei)", "a #one, #Two3. \\(#drei\\)"],
  ["#über #日本語 #ß1", "#über #日本語 #ß1"],
  ["line\n#one", "line\n#one"],
  ["*#one*", "\\*#one\\*"],
  ["##one", "\\##one"],
  ["\\#one", "\\\\#one"],
  ["a#one", "a\\#one"],
  ["issue # 1", "issue \\# 1"],
  ["C#", "C\\#"],
  ["#snake_case", "\\#snake\\_case"],
  ["&#39;", "&\\#39;"],
  ["#one#two", "#one\\#two"],
  ["{hashtag|#|one}", "\\{hashtag\\|\\#\\|one\\}"],
];
for (const [text, wire] of hashtags)
  test(`on the wire: ${JSON.stringify(text)}`, () => assert.equal(escapeLittleText(text), wire));

const nasty = [
  "",
  reserved.join(""),
  reserved.toReversed().join(""),
  "\\\\((\\",
  "ends in a backslash \\",
  "(at once",
  "@[Acme](urn:li:organization:2414183)",
  "\\@[Acme](urn:li:person:a-B_1)",
  "{hashtag|\\#|tag} {hashtag|＃|tag}",
  "#{hashtag|#|tag}#tag",
  "<!-- a comment --> <b>&amp;</b>",
  "https://example.org/a_b~c?x=(y)&z#frag",
  "C:\\new\\(folder)\\n",
  "one\ntwo\r\nthree\rfour\u2028five\u2029six\u0085",
  "日本語（全角）＃タグ #タグ",
  "e\u0301 #e\u0301x \u200B#a\u200Db \u00AD",
  "\u202Eright to left\u202C مرحبا #مرحبا",
  "👩‍👩‍👧‍👦 #🌊sea #sea🌊 🏳️‍🌈",
  "\0\u0001\u001B[31m\u007F\uFEFF\uFFFE\uFFFF",
  "\uD800 alone",
  "\uDC00\uD800",
  "#a\uD83D",
  "\uD83D#a\uDE00(\uD83D)",
  "\u{10FFFF}\u{E0001}",
];
for (const text of nasty)
  test(`reads as itself: ${JSON.stringify(text)}`, () =>
    assert.equal(renderLittleText(escapeLittleText(text)), text));

/** Mulberry32: the same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A text of reserved characters, letters, pieces of the grammar, any code point and any half of a pair. */
function makeText(random: (below: number) => number): string {
  const pieces = [...reserved, "#", "\\", "a", "é", "1", " ", "\n", "&", "hashtag", "urn:li:person:a", "＃"];
  const kinds = [
    () => pieces[random(pieces.length)] ?? "",
    () => String.fromCodePoint(random(0x11_0000)),
    () => String.fromCharCode(0xd800 + random(0x800)),
  ];
  return Array.from({ length: random(40) }, () => kinds[[0, 0, 0, 0, 1, 2][random(6)] ?? 0]?.()).join("");
}

test("two thousand random texts read as themselves", () => {
  const random = createRandom(20_260_505);
  const texts = Array.from({ length: 2000 }, () => makeText(random));
  for (const text of texts)
    assert.equal(renderLittleText(escapeLittleText(text)), text, JSON.stringify(text));
  // They are texts that matter: most would not survive as they are, and some have hashtags or half a character.
  const broken = texts.filter((text) => renderLittleText(text) !== text);
  assert.ok(broken.length > 1000, `${broken.length} would be broken`);
  assert.ok(texts.filter((text) => !text.isWellFormed()).length > 500);
  assert.ok(texts.filter((text) => /(?<!\\)#/.test(escapeLittleText(text))).length > 100);
});

test("negative control: without escaping a parenthesis cuts the text", () =>
  assert.equal(renderLittleText("Read this (now)"), "Read this "));
