import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, parseUrl } from "../../src/sources/parse-url.ts";

const place = { host: "ghe.example.com:8443", owner: "Acme", name: "Notes" };
const host = "https://ghe.example.com:8443";
const parse = (path: string) => parseUrl(`${host}/${path}`, "why", place);

test("a blob link gives lines and every way to divide it into branch and path, whatever the case of its owner", () => {
  assert.deepEqual(
    parseUrl(`https://GHE.example.com:8443/acme/notes/blob/v1/a%20b/c.md#L40-L10`, "why", place),
    {
      written: "a b/c.md",
      repository: null,
      candidates: ["a b/c.md"],
      refs: ["v1"],
      folder: false,
      explicit: true,
      note: "why",
      lines: { first: 40, last: 40 },
      refusal: null,
    },
  );
});

test("a branch with slashes is one of the ways", () => {
  const read = parse("acme/notes/blob/release/2026/talks/a.md");
  assert.deepEqual(read?.refs, ["release", "release/2026", "release/2026/talks"]);
  assert.deepEqual(read?.candidates, ["2026/talks/a.md", "talks/a.md", "a.md"]);
  const commit = "0123456789".repeat(4);
  assert.deepEqual(parse(`acme/notes/blob/${commit}/talks/b/a.md`)?.refs, [commit]);
  assert.equal(parse(`acme/notes/blob/${"x/".repeat(40)}a.md`)?.candidates.length, 5);
});

test("folders, raw links and the owner's other repositories are read too", () => {
  const folder = parse("acme/notes/tree/main/talks/");
  assert.deepEqual(
    [folder?.folder, folder?.refs, folder?.candidates],
    [true, ["main", "main/talks"], ["talks", ""]],
  );
  assert.deepEqual(parse("acme/notes/tree/main")?.candidates, [""]);
  assert.deepEqual(parse("acme/notes/raw/main/a.md")?.candidates, ["a.md"]);
  const other = parse("acme/more/blob/main/a.md");
  assert.deepEqual([other?.repository, other?.written], ["acme/more", "acme/more:a.md"]);
});

test("a link to another host, port or page is no reference", () => {
  const urls = [
    "https://ghe.example.com/acme/notes/blob/main/a.md",
    `${host}/acme/notes/issues/3`,
    `${host}/acme/notes/pull/3/files`,
    `${host}/acme/notes/blob/main`,
    `${host}/acme/notes/blob/main/`,
    `${host}/acme/notes/tree/`,
    "https://user@evil.com/acme/notes/blob/main/a.md",
    "https://",
    "https://[",
  ];
  for (const url of urls) assert.equal(parseUrl(url, null, place), null, url);
});

test("a path or a revision hidden in a link's encoding is refused all the same", () => {
  const paths = ["main/a%2F..%2Fb.md", "main/%2Fetc/passwd", "main/a%00.md", "main~3/a.md", "main%3Ax/a.md"];
  for (const path of [...paths, "-x/a.md", "a..b/c.md", "%40%7B1%7D/a.md", "HEAD%5E/a.md"]) {
    const read = parse(`acme/notes/blob/${path}`);
    assert.deepEqual(read?.candidates, [], path);
    assert.notEqual(read?.refusal, null, path);
  }
  assert.match(parse("acme/notes/blob/main/a%2F..%2Fb.md")?.refusal ?? "", /^paths with `\.\.` are not read/);
  assert.deepEqual(parse("acme/notes/blob/x/y/~z.md")?.candidates, ["y/~z.md"]);
  assert.deepEqual(parse("acme/notes/blob/v1.2-rc_3/a.md")?.refs, ["v1.2-rc_3"]);
});

test("what is somebody else's or attached to a comment is refused", () => {
  assert.equal(
    parse("other/x/blob/main/a.md")?.refusal,
    "only repositories of Acme are read: commit the file to one of them",
  );
  for (const path of ["user-attachments/files/1/a.vtt", "acme/notes/files/1/a.vtt"])
    assert.match(parse(path)?.refusal ?? "", /^files attached .* commit the file/);
});

test("what cannot be decoded is taken as it stands", () => {
  assert.deepEqual(["a%20b", "100%"].map(decode), ["a b", "100%"]);
});
