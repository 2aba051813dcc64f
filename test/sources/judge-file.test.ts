import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeFile, type RepositoryEntry } from "../../src/sources/judge-file.ts";
import { SourceSettings } from "../../src/sources/settings.ts";

const settings = { sources: SourceSettings.parse({}), contentDirectory: "content/blog" };
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
  ["a.md", { kind: "missing" }, "there is no such file on the default branch"],
  ["a/*.md", { kind: "missing" }, "patterns are not read: name the files one by one"],
  ["a", { kind: "folder" }, "it is a folder: name the files in it"],
  ["link.md", { kind: "symlink" }, "it is a symbolic link: name the file that it points to"],
  ["sub.md", { kind: "submodule" }, "it is a submodule, and only this repository is read"],
  ["dot/.hidden/a.md", file(), "files in dot folders are not sources"],
  [".github/a.md", file({ text: null }), "files in dot folders are not sources"],
  ["content/blog/a.md", file(), "it lies in the folder of the posts themselves"],
  ["node_modules/a/b.md", file(), "`sources.exclude` keeps it away"],
  ["a.pdf", file({ text: null }), "`sources.include` does not have it"],
  ["README", file(), "`sources.include` does not have it"],
  ["a.md", file({ text: null }), "it is a binary file"],
  [
    "a.md",
    file({ text: "version https://git-lfs.github.com/spec/v1\noid x" }),
    "it is a Git LFS pointer: commit the file itself",
  ],
  ["a.md", file({ bytes: 5_000_001 }), "it is larger than 5 MB"],
  ["a.srt", file(), "this format is not read: Markdown, plain text and WebVTT are"],
  ["a.JSON", file(), "`sources.include` does not have it"],
];

for (const [path, entry, reason] of reasons) {
  test(`${path}, ${reason}`, () => assert.equal(judgeFile(path, entry, settings), reason));
}

test("a repository's own patterns decide, exclusion over inclusion", () => {
  const sources = { include: ["calls/**"], exclude: ["calls/private/**"] };
  const judge = (path: string) => judgeFile(path, file(), { sources, contentDirectory: "posts/" });
  assert.equal(judge("calls/a.md"), null);
  assert.equal(judge("calls/private/a.md"), "`sources.exclude` keeps it away");
  assert.equal(judge("notes/a.md"), "`sources.include` does not have it");
  assert.equal(judge("posts/a.md"), "it lies in the folder of the posts themselves");
});

test("a broken pattern matches nothing", () => {
  const sources = { include: ["[", "{a", "**/*.md"], exclude: ["[", ""] };
  assert.equal(judgeFile("a.md", file(), { ...settings, sources }), null);
});
