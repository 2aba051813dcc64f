import assert from "node:assert/strict";
import { test } from "node:test";
import { buildPostUrl, composeAnnouncement } from "../../src/publishing/compose-announcement.ts";

const url = "https://example.org/blog/sea/";

const texts: [string, { hook: string; angle: string }, string | null, string][] = [
  ["hook and point", { hook: "A hook.", angle: "A point. And more." }, null, "A hook.\n\nA point."],
  [
    "where to read on",
    { hook: "A hook.", angle: "A point" },
    url,
    "A hook.\n\nA point\n\nRead it here: https://example.org/blog/sea/",
  ],
  ["a point that is the hook", { hook: "Same.", angle: "Same. More." }, null, "Same."],
  ["a hook alone", { hook: " A hook.\n", angle: "" }, url, `A hook.\n\nRead it here: ${url}`],
  ["a point alone", { hook: "", angle: "A point!" }, null, "A point!"],
  ["a dot inside of a word", { hook: "Hook", angle: "Use v2.1 now? Yes." }, null, "Hook\n\nUse v2.1 now?"],
  ["nothing but where to read on", { hook: "", angle: "" }, url, `Read it here: ${url}`],
  ["nothing at all", { hook: "", angle: " " }, null, ""],
];
for (const [title, draft, link, expected] of texts)
  test(`an announcement: ${title}`, () => assert.equal(composeAnnouncement(draft, link), expected));

test("a long text is cut at a word, and what it leads to stays", () => {
  const text = composeAnnouncement({ hook: "Words and ".repeat(200), angle: "" }, url);
  assert.ok(text.length <= 1300 && text.length > 1280);
  assert.match(text, /(?:Words|and)…\n\nRead it here: https:\/\/example\.org\/blog\/sea\/$/);
});

test("what fits exactly is not cut, and one more is", () => {
  const fits = `${"a".repeat(1297)} b`;
  assert.equal(composeAnnouncement({ hook: fits, angle: "" }, null), `${"a".repeat(1297)} b`);
  assert.equal(composeAnnouncement({ hook: `${fits}cc`, angle: "" }, null), `${"a".repeat(1297)}…`);
});

test("a cut never leaves half of a character", () => {
  for (const start of ["", "a", "aa", "aaa"]) {
    const text = composeAnnouncement({ hook: `${start}${"🌊".repeat(800)}`, angle: "" }, url);
    assert.ok(text.isWellFormed(), `half a character behind ${JSON.stringify(start)}`);
    assert.ok(text.length <= 1300 && text.length > 1290);
  }
});

test("an address that leaves no room stands alone", () => {
  const long = `https://example.org/${"a".repeat(1400)}`;
  assert.equal(composeAnnouncement({ hook: "A hook.", angle: "" }, long), `Read it here: ${long}`);
});

const values = { slug: "the-sea", date: "2026-05-05" };
const addresses: [string | null, string, string | null][] = [
  ["https://example.org", "/blog/{slug}/", "https://example.org/blog/the-sea/"],
  ["https://example.org/", "{slug}", "https://example.org/the-sea"],
  ["https://example.org/notes//", "/{date}/{slug}.html", "https://example.org/notes/2026-05-05/the-sea.html"],
  ["https://example.org", "/{slug}/{slug}", "https://example.org/the-sea/the-sea"],
  ["https://example.org", "/{other}/a b", "https://example.org/%7Bother%7D/a%20b"],
  [null, "/blog/{slug}/", null],
  ["not an address", "/blog/{slug}/", null],
];
for (const [site, permalink, expected] of addresses)
  test(`the page of ${permalink} on ${site}`, () =>
    assert.equal(buildPostUrl({ url: site, permalink }, values), expected));
