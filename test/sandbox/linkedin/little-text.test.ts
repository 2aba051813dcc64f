import assert from "node:assert/strict";
import { test } from "node:test";
import { renderLittleText } from "../../../src/sandbox/linkedin/little-text.ts";
import { openSandbox } from "../support.ts";
import { createPost, postBody } from "./support.ts";

/** The escaper that "little Text Format" asks for, in one pass. */
function escapeText(text: string): string {
  return text.replace(/[|{}@[\]()<>#\\*_~]/g, "\\$&");
}

const nasty = [
  "",
  "plain",
  "|{}@[]()<>#\\*_~",
  "\\\\((\\",
  "ends in a backslash \\",
  "(at once",
  "a (b) [c] {d} <e> #f @g *h* _i_ ~j~ |k|",
  "@[Devtestco](urn:li:organization:2414183)",
  "{hashtag|\\#|tag}",
  "{hashtag|#|tag}",
  "#one #two#three",
  "<!-- a comment -->",
  "https://example.org/a_b~c?utm_source=x&y=(z)#frag",
  "C:\\new\\(folder)\\n",
  "line one\nline two\r\nline three\u2028four",
  "日本語（全角）＃タグ",
  "e\u0301 → “quotes” … — ½",
  "👩‍👩‍👧‍👦 🏳️‍🌈 (🇳🇱) 👍🏽",
  "lone \ud83d( and \ude00) surrogates",
  "\u0000\u0007\ufeff zero",
  "  spaces  ",
];

test("whatever is escaped renders as itself", () => {
  for (const text of nasty) assert.equal(renderLittleText(escapeText(text)), text);
});

test("any string of reserved characters, surrogates and others, escaped, renders as itself", () => {
  const alphabet = [
    ..."|{}@[]()<>#\\*_~",
    "a",
    "é",
    "😀",
    "\ud83d",
    "\ude00",
    "\n",
    "hashtag",
    "urn:li:person:1",
    " ",
  ];
  let seed = 20_261_120;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  for (let round = 0; round < 2000; round += 1) {
    const text = Array.from({ length: random(30) }, () => alphabet[random(alphabet.length)]).join("");
    assert.equal(renderLittleText(escapeText(text)), text, JSON.stringify(text));
  }
});

test("it comes through the API as it was", async (context) => {
  const { linkedin } = await openSandbox(context);
  const texts = nasty.filter((text) => text.trim() !== "");
  for (const text of texts) {
    const { status } = await createPost(linkedin, postBody(linkedin, { commentary: escapeText(text) }));
    assert.equal(status, 201, JSON.stringify(text));
  }
  assert.deepEqual(
    linkedin.posts().map((post) => post.rendered),
    texts,
  );
});

test("not escaping shows: the control of those above", () => {
  const broken = nasty.filter((text) => renderLittleText(text) !== text);
  assert.ok(broken.length > 8, String(broken.length));
});

test("each reserved character that is left bare, and what comes of it", () => {
  const rendered = [..."|{}@[]()<>#\\*_~"].map((one) => [one, renderLittleText(`a ${one} b`)]);
  assert.deepEqual(Object.fromEntries(rendered), {
    "|": "a | b",
    "{": "a { b",
    "}": "a } b",
    "@": "a @ b",
    "[": "a [ b",
    "]": "a ] b",
    "(": "a ",
    ")": "a ) b",
    "<": "a  b",
    ">": "a  b",
    "#": "a # b",
    "\\": "a \\ b",
    "*": "a * b",
    _: "a _ b",
    "~": "a ~ b",
  });
});

test("mentions and hashtags are read, and what only looks like one is text", () => {
  const table: [string, string][] = [
    ["by @[Devtestco](urn:li:organization:2414183)!", "by Devtestco!"],
    ["by @[Ann \\(A\\)](urn:li:person:x1)", "by Ann (A)"],
    ["{hashtag|\\#|multi word} {hashtag|#|tag} {hashtag|＃|タグ}", "#multi word #tag #タグ"],
    ["#hashtag stays", "#hashtag stays"],
    ["see the talk (part 1) at example.org", "see the talk "],
    ["by @[Nobody](https://example.org)", "by @[Nobody]"],
    ["<!-- x -->", "!-- x --"],
  ];
  for (const [commentary, expected] of table) assert.equal(renderLittleText(commentary), expected);
});
