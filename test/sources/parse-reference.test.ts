import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLink, parsePath, parseProse, splitNote } from "../../src/sources/parse-reference.ts";

const place = { host: "github.com", owner: "Acme", name: "Notes" };

test("lines of a link are read as GitHub writes them", () => {
  const lines = (fragment: string) => parseLink(`a.md${fragment}`, null, place)?.lines;
  assert.deepEqual(lines("#L3"), { first: 3, last: 3 });
  assert.deepEqual(lines("#L3-L9"), { first: 3, last: 9 });
  assert.deepEqual(lines("#L3C1-L9C20"), { first: 3, last: 9 });
  for (const fragment of ["", "#top", "#L", "#L3-", "#L9999999999"])
    assert.equal(lines(fragment), null, fragment);
});

test("a link that cannot be decoded is taken as it stands", () => {
  assert.deepEqual(parseLink("a/100%.md", null, place)?.candidates, ["a/100%.md"]);
});

test("marked text is a path when it has a slash or a known extension", () => {
  for (const text of ["a/b", "a.md", "A.MARKDOWN", "a.vtt", "./a.htm"])
    assert.ok(parsePath(text, null, place), text);
  for (const text of ["word", "a.exe", "npm run draft", ""])
    assert.equal(parsePath(text, null, place), null, text);
  assert.deepEqual(parsePath("./a/b.md", null, place)?.candidates, ["a/b.md"]);
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
  for (const path of refused) assert.deepEqual(parsePath(path, null, place)?.candidates, [], path);
  for (const path of ["a..b/c.md", "a/...md", "a/~b.md", "ab:c/d.md"])
    assert.deepEqual(parsePath(path, null, place)?.candidates, [path]);
});

test("a sentence is tried whole and without the words before the path, longest first", () => {
  assert.deepEqual(parseProse("please read notes/Public Voice.md (for the tone).", place), {
    written: "notes/Public Voice.md",
    repository: null,
    folder: false,
    refs: null,
    candidates: ["please read notes/Public Voice.md", "read notes/Public Voice.md", "notes/Public Voice.md"],
    explicit: true,
    note: "for the tone",
    lines: null,
    refusal: null,
  });
  assert.equal(parseProse("no path at all", place), null);
  assert.equal(parseProse("and/or", place)?.explicit, false);
  assert.ok((parseProse(`${"word ".repeat(40)}a/b.md`, place)?.candidates.length ?? 0) <= 7);
});

test("the owner's other repositories are named before a colon, whatever the case", () => {
  const read = (text: string) => {
    const reference = parsePath(text, null, place) ?? parseProse(text, place);
    return [reference?.repository ?? null, reference?.candidates[0], reference?.lines?.first ?? null];
  };
  assert.deepEqual(read("acme/more:talks/a b.md"), ["acme/more", "talks/a b.md", null]);
  assert.deepEqual(read("ACME/more.js:a.md#L3"), ["ACME/more.js", "a.md", 3]);
  assert.deepEqual(read("acme/notes:a.md"), [null, "a.md", null]);
  assert.deepEqual(read("other/more:a.md"), [null, "other/more:a.md", null]);
  assert.deepEqual(read("talks/10:30.md"), [null, "talks/10:30.md", null]);
  assert.deepEqual(read("acme/more://x/a.md"), [null, "acme/more://x/a.md", null]);
  assert.equal(parsePath("acme/more:../a.md", null, place)?.refusal?.slice(0, 21), "paths with `..` are n");
});

test("a folder is what has no known extension; in prose what ends in a slash", () => {
  const isFolder = (text: string) => parsePath(text, null, place)?.folder;
  assert.deepEqual([isFolder("a/b"), isFolder("a/"), isFolder("a/b.md")], [true, true, false]);
  const prose = (text: string) => [
    parseProse(text, place)?.candidates.at(-1),
    parseProse(text, place)?.folder,
  ];
  assert.deepEqual(prose("all of talks/"), ["talks", true]);
  assert.deepEqual(prose("and/or"), ["and/or", false]);
  assert.equal(parseProse("/", place), null);
});

test("a note is what stands in parentheses at the end", () => {
  assert.deepEqual(splitNote("a.md (why (not))."), { text: "a.md", note: "why (not)" });
  assert.deepEqual(splitNote("a.md ()"), { text: "a.md", note: null });
  assert.deepEqual(splitNote("a (b).md"), { text: "a (b).md", note: null });
});

test("a path in parentheses behind a sentence is a path, and a note behind a path a note", () => {
  const read = (text: string) => [parseProse(text, place)?.candidates.at(-1), parseProse(text, place)?.note];
  assert.deepEqual(read("the interview (calls/a.md)"), ["calls/a.md", null]);
  assert.deepEqual(read("(calls/a.md)"), ["calls/a.md", null]);
  assert.deepEqual(read("calls/a.md (see b.md)"), ["calls/a.md", "see b.md"]);
  assert.equal(parseProse("the interview (a good one)", place), null);
});
