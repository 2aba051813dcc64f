import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeFile, judgePath, judgeSize, type RepositoryEntry } from "../../src/sources/judge-file.ts";
import { SourceSettings } from "../../src/sources/settings.ts";

const settings = { sources: SourceSettings.parse({}), content: { directory: "content/blog" } };
const file = (change: Partial<Extract<RepositoryEntry, { kind: "file" }>> = {}): RepositoryEntry => ({
  kind: "file",
  oid: "1",
  bytes: 10,
  text: "words",
  isTruncated: false,
  ...change,
});

test("Markdown, text and WebVTT anywhere in the repository are read", () => {
  for (const path of ["a.md", "a/b c.markdown", "a.txt", "a/b/c/d.vtt", "a.b/c.md", "content/blogs/a.md"])
    assert.equal(judgeFile(path, file(), settings), null, path);
});

const reasons: readonly [string, RepositoryEntry, string][] = [
  ["a.md", { kind: "missing" }, "there is no such file on the default branch: check the path"],
  ["a", { kind: "folder", files: [] }, "it is a folder: name the files in it"],
  [
    "link.md",
    { kind: "symlink", target: "a.md" },
    "it is a symbolic link to another one: name the file itself",
  ],
  [
    "sub.md",
    { kind: "submodule" },
    "it is a submodule: name a file of that repository, as `owner/name:path`",
  ],
  ["dot/.hidden/a.md", file(), "files in dot folders are not sources: move it to another folder"],
  [".github/a.md", file({ text: null }), "files in dot folders are not sources: move it to another folder"],
  [
    "content/blog/a.md",
    file(),
    "it lies in the folder of the posts themselves: name what they were made from",
  ],
  [
    "node_modules/a/b.md",
    file(),
    "`sources.exclude` keeps it away: name another file, or change `.github/galley.yml`",
  ],
  [
    "a.pdf",
    file({ text: null }),
    "`sources.include` does not have it: name another file, or change `.github/galley.yml`",
  ],
  ["README", file(), "`sources.include` does not have it: name another file, or change `.github/galley.yml`"],
  ["a.md", file({ text: null }), "it is a binary file: commit it as text"],
  [
    "a.md",
    file({ text: "version https://git-lfs.github.com/spec/v1\noid x" }),
    "it is a Git LFS pointer: commit the file itself",
  ],
  [
    "a.md",
    file({ bytes: 5_000_001 }),
    "it is larger than 5 MB: commit it in parts, or raise `sources.fileMegabytes`",
  ],
  ["a.JSON", file(), "`sources.include` does not have it: name another file, or change `.github/galley.yml`"],
];

for (const [path, entry, reason] of reasons) {
  test(`${path}, ${reason}`, () => assert.equal(judgeFile(path, entry, settings), reason));
}

test("a repository's own patterns decide, exclusion over inclusion", () => {
  const sources = { include: ["calls/**"], exclude: ["calls/private/**"], fileMegabytes: 5 };
  const judge = (path: string) => judgeFile(path, file(), { sources, content: { directory: "posts/" } });
  assert.equal(judge("calls/a.md"), null);
  assert.equal(
    judge("calls/private/a.md"),
    "`sources.exclude` keeps it away: name another file, or change `.github/galley.yml`",
  );
  assert.equal(
    judge("notes/a.md"),
    "`sources.include` does not have it: name another file, or change `.github/galley.yml`",
  );
  assert.equal(
    judge("posts/a.md"),
    "it lies in the folder of the posts themselves: name what they were made from",
  );
});

test("a broken pattern matches nothing", () => {
  const sources = { include: ["[", "{a", "**/*.md"], exclude: ["[", ""], fileMegabytes: 5 };
  assert.equal(judgeFile("a.md", file(), { ...settings, sources }), null);
});

test("a path is judged without its file, and a size by the settings", () => {
  assert.equal(judgePath("a.md", settings), null);
  assert.equal(
    judgePath("a.pdf", settings),
    "`sources.include` does not have it: name another file, or change `.github/galley.yml`",
  );
  assert.equal(judgeSize(5_000_000), null);
  assert.equal(
    judgeSize(5_000_001),
    "it is larger than 5 MB: commit it in parts, or raise `sources.fileMegabytes`",
  );
  assert.equal(
    judgeSize(600_000, 0.5),
    "it is larger than 0.5 MB: commit it in parts, or raise `sources.fileMegabytes`",
  );
  const small = { ...settings, sources: { ...settings.sources, fileMegabytes: 0.5 } };
  assert.equal(
    judgeFile("a.md", file({ bytes: 600_000 }), small),
    "it is larger than 0.5 MB: commit it in parts, or raise `sources.fileMegabytes`",
  );
});
