import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLink, parsePath, parseProse, parseUrl, refuse } from "../../src/sources/parse-reference.ts";

const place = { host: "ghe.example.com:8443", owner: "Acme", name: "Notes" };

test("a blob link gives path, branch and lines, whatever the case of its owner", () => {
  assert.deepEqual(
    parseUrl("https://GHE.example.com:8443/acme/notes/blob/v1/a%20b/c.md#L40-L10", "why", place),
    {
      written: "a b/c.md",
      candidates: ["a b/c.md"],
      explicit: true,
      note: "why",
      ref: "v1",
      lines: { first: 40, last: 40 },
      refusal: null,
    },
  );
});

test("a link to another host, port or page is no reference", () => {
  const urls = [
    "https://ghe.example.com/acme/notes/blob/main/a.md",
    "https://ghe.example.com:8443/acme/notes/tree/main/a",
    "https://ghe.example.com:8443/acme/notes/blob/main",
    "https://ghe.example.com:8443/acme/notes/blob/main/",
    "https://user@evil.com/acme/notes/blob/main/a.md",
    "https://",
    "https://[",
  ];
  for (const url of urls) assert.equal(parseUrl(url, null, place), null, url);
});

test("a path hidden in a link's encoding is refused all the same", () => {
  for (const path of ["a%2F..%2Fb.md", "%2Fetc/passwd", "a%00.md"]) {
    const read = parseUrl(`https://ghe.example.com:8443/acme/notes/blob/main/${path}`, null, place);
    assert.deepEqual(read?.candidates, [], path);
    assert.notEqual(read?.refusal, null, path);
  }
});

test("lines of a link are read as GitHub writes them", () => {
  const lines = (fragment: string) => parseLink(`a.md${fragment}`, null)?.lines;
  assert.deepEqual(lines("#L3"), { first: 3, last: 3 });
  assert.deepEqual(lines("#L3-L9"), { first: 3, last: 9 });
  assert.deepEqual(lines("#L3C1-L9C20"), { first: 3, last: 9 });
  for (const fragment of ["", "#top", "#L", "#L3-", "#L9999999999"])
    assert.equal(lines(fragment), null, fragment);
});

test("a link that cannot be decoded is taken as it stands", () => {
  assert.deepEqual(parseLink("a/100%.md", null)?.candidates, ["a/100%.md"]);
});

test("marked text is a path when it has a slash or a known extension", () => {
  for (const text of ["a/b", "a.md", "A.MARKDOWN", "a.vtt", "./a.htm"])
    assert.ok(parsePath(text, null), text);
  for (const text of ["word", "a.exe", "npm run draft", ""]) assert.equal(parsePath(text, null), null, text);
  assert.deepEqual(parsePath("./a/b.md", null)?.candidates, ["a/b.md"]);
});

test("paths that must not be asked for are refused, and only those", () => {
  const refused = [
    "../a.md",
    "a/../b.md",
    "a/..",
    "..\\a.md",
    "/a.md",
    "\\a.md",
    "~/a.md",
    "c:/a.md",
    `${"a/".repeat(251)}b.md`,
    "a/\u0007.md",
  ];
  for (const path of refused) assert.deepEqual(parsePath(path, null)?.candidates, [], path);
  for (const path of ["a..b/c.md", "a/...md", "a/~b.md", "ab:c/d.md"])
    assert.deepEqual(parsePath(path, null)?.candidates, [path]);
});

test("a sentence is tried whole and without the words before the path, longest first", () => {
  assert.deepEqual(parseProse("please read notes/Public Voice.md (for the tone)."), {
    written: "notes/Public Voice.md",
    candidates: ["please read notes/Public Voice.md", "read notes/Public Voice.md", "notes/Public Voice.md"],
    explicit: true,
    note: "for the tone",
    ref: null,
    lines: null,
    refusal: null,
  });
  assert.equal(parseProse("no path at all"), null);
  assert.equal(parseProse("and/or")?.explicit, false);
  assert.ok((parseProse(`${"word ".repeat(40)}a/b.md`)?.candidates.length ?? 0) <= 7);
});

test("a refusal keeps nothing to ask for", () => {
  const reference = parsePath("a.md", "note");
  assert.ok(reference);
  assert.deepEqual(refuse(reference, "why"), { ...reference, candidates: [], refusal: "why" });
});
