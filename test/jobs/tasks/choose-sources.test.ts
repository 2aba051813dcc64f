import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseSources } from "../../../src/jobs/tasks/choose-sources.ts";
import { Settings } from "../../../src/jobs/tasks/settings.ts";
import { findReferences } from "../../../src/sources/find-references.ts";
import type { RepositoryEntry } from "../../../src/sources/judge-file.ts";

const settings = Settings.parse({});
const file = (bytes = 10): RepositoryEntry => ({
  kind: "file",
  oid: "1",
  bytes,
  text: "words",
  isTruncated: false,
});

/** What is read and what is not, from an issue's text and the files that exist. */
function choose(body: string, files: Record<string, RepositoryEntry>): string[] {
  const references = findReferences(body, { host: "github.com", owner: "acme", name: "notes" });
  const view = { entries: new Map(Object.entries(files)), defaultBranch: "main", commit: "c0ffee" };
  return chooseSources(references, view, settings).map((chosen) =>
    chosen.kind === "file"
      ? `${chosen.path}${chosen.note ? ` (${chosen.note})` : ""}${chosen.lines ? ` ${chosen.lines.first}-${chosen.lines.last}` : ""}`
      : `${chosen.path}: ${chosen.reason}`,
  );
}

test("the first candidate that exists is meant, with its note", () => {
  const files = { "notes/Public Voice.md": file(), "Voice.md": file() };
  assert.deepEqual(choose("please read notes/Public Voice.md (the tone)", files), [
    "notes/Public Voice.md (the tone)",
  ]);
});

test("prose that is no file is passed over; a marked path that is missing is named", () => {
  assert.deepEqual(choose("this and/or that\n`a/b.md`\nsrc/things", { "src/things": { kind: "folder" } }), [
    "a/b.md: there is no such file on the default branch",
  ]);
});

test("a file that several words name is read once, its lines apart", () => {
  const body = "please read a/b.md\n`a/b.md` (again)\n[x](a/b.md#L3-L9)";
  assert.deepEqual(choose(body, { "a/b.md": file() }), ["a/b.md", "a/b.md 3-9"]);
});

test("a link to another version is not read", () => {
  const link = (ref: string) => choose(`https://github.com/acme/notes/blob/${ref}/a.md`, { "a.md": file() });
  for (const ref of ["main", "HEAD", "c0ffee"]) assert.deepEqual(link(ref), ["a.md"], ref);
  assert.deepEqual(link("v1"), [
    "a.md: the link points to another version than the default branch: name the path itself",
  ]);
});

test("refused references and forbidden files are named with the reason", () => {
  const files: Record<string, RepositoryEntry> = { ".github/a.md": file(), "link.md": { kind: "symlink" } };
  assert.deepEqual(choose("`../a.md`; `.github/a.md`; `link.md`", files), [
    "../a.md: paths with `..` are not read: name it from the top of the repository",
    ".github/a.md: files in dot folders are not sources",
    "link.md: it is a symbolic link: name the file that it points to",
  ]);
});

test("what no longer fits is named, and a smaller file behind it still fits", () => {
  const big = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.md`, file(4_500_000)]));
  assert.deepEqual(choose("a.md, b.md, c.md, d.md, e.md, f.md", { ...big, "f.md": file(100) }), [
    "a.md",
    "b.md",
    "c.md",
    "d.md",
    "e.md: all sources together are larger than 20 MB",
    "f.md",
  ]);
});
