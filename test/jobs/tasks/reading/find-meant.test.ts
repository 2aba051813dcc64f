import assert from "node:assert/strict";
import { test } from "node:test";
import { findMeant, listPlaces, locate, type Meant } from "../../../../src/jobs/tasks/reading/find-meant.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { Looked } from "../../../../src/ports/repository.ts";
import { findReferences } from "../../../../src/sources/find-references.ts";
import type { RepositoryEntry } from "../../../../src/sources/judge-file.ts";

const settings = Settings.parse({ sources: { exclude: ["private/**"] } });
const place = { host: "github.com", owner: "acme", name: "notes" };
const file: RepositoryEntry = { kind: "file", oid: "1", bytes: 10, text: "words", isTruncated: false };
const web = "https://github.com/acme/notes/blob";

/** A repository: what stands on the default branch, and what on other refs as `ref:path`. */
type Files = Readonly<Record<string, RepositoryEntry | readonly string[]>>;

function toEntry(held: Files[string] | undefined): RepositoryEntry {
  if (held === undefined) return { kind: "missing" };
  return "kind" in held ? held : { kind: "folder", files: held.map((path) => ({ path, bytes: 10 })) };
}

/** Reads an issue's text against such a repository. */
function find(body: string, files: Files): readonly Meant[] {
  const references = findReferences(body, place);
  const refs = new Set(Object.keys(files).flatMap((path) => /^([^:]+):/.exec(path)?.[1] ?? []));
  const looked = listPlaces(references).map(({ ref, path }): Looked | null => {
    if (ref === null) return { commit: "c0ffee", entry: toEntry(files[path]) };
    return refs.has(ref) ? { commit: `commit of ${ref}`, entry: toEntry(files[`${ref}:${path}`]) } : null;
  });
  const paths = references.flatMap(({ candidates, refs }) => (refs ? [] : candidates));
  const entries = new Map(paths.map((path) => [path, toEntry(files[path])]));
  return findMeant(references, { entries, looked, commit: "c0ffee" }, settings);
}

/** The shortest form of it. */
function describe(body: string, files: Files): string[] {
  return find(body, files).map((one) => {
    if (one.kind === "unread") return `${one.path}: ${one.reason}`;
    if (one.kind === "elsewhere") return `elsewhere ${one.reference.written}`;
    const { note, lines } = one.reference;
    const about = `${note ? ` (${note})` : ""}${lines ? ` ${lines.first}-${lines.last}` : ""}`;
    const at = one.commit === "c0ffee" ? "" : ` at ${one.commit}`;
    if (one.kind === "several")
      return `${one.most} of ${one.files.map(({ path }) => path).join(", ")}${about}${at}`;
    return `${one.kind} ${one.path}${about}${at}`;
  });
}

test("the first candidate that exists is meant, with its note", () => {
  const files = { "notes/Public Voice.md": file, "Voice.md": file };
  assert.deepEqual(describe("please read notes/Public Voice.md (the tone)", files), [
    "seen notes/Public Voice.md (the tone)",
  ]);
});

test("prose that is no file is passed over; a marked path that is missing is named", () => {
  assert.deepEqual(
    describe("this and/or that\n`a/b.md`\nsrc/things", { "src/things": ["src/things/a.md"] }),
    ["a/b.md: there is no such file on the default branch: check the path"],
  );
});

test("a link is read at its branch, tag or commit, whatever slashes a branch has", () => {
  const files = {
    "main:a.md": file,
    "release/2026:talks/a.md": file,
    "v1:b.md": file,
    "release/2026:b.md": { kind: "missing" },
  } as const;
  assert.deepEqual(describe(`${web}/main/a.md#L3-L9 (x)`, files), ["seen a.md (x) 3-9 at commit of main"]);
  assert.deepEqual(describe(`${web}/release/2026/talks/a.md`, files), [
    "seen talks/a.md at commit of release/2026",
  ]);
  assert.deepEqual(describe(`${web}/v1/c.md`, files), [
    "c.md: there is no such file at that branch, tag or commit: check the link",
  ]);
  assert.deepEqual(describe(`${web}/gone/a.md`, files), [
    "a.md: there is no branch, tag or commit as the link has it: copy the link again",
  ]);
});

test("a folder means its files that may be sources, but for those that are named themselves", () => {
  const files = { calls: ["calls/a.md", "calls/README.md", "calls/b.md", "calls/c.png"], "calls/a.md": file };
  assert.deepEqual(describe("calls/ (new)\n`calls/a.md` (old)", files), [
    "5 of calls/b.md (new)",
    "seen calls/a.md (old)",
  ]);
  assert.deepEqual(describe("`calls/`", files), ["5 of calls/a.md, calls/b.md"]);
  assert.deepEqual(describe("everything in calls", files), []);
  assert.deepEqual(describe("`private/`; `none/`", { private: ["private/a.md"] }), [
    "private: the folder holds no file that may be a source: see `sources` in `.github/galley.yml`",
    "none: there is no such file on the default branch: check the path",
  ]);
  const linked = { "v1:": ["b.md"], "v1:calls": ["calls/a.md"] };
  assert.deepEqual(describe("https://github.com/acme/notes/tree/v1", linked), ["5 of b.md at commit of v1"]);
  assert.deepEqual(describe("https://github.com/acme/notes/tree/v1/calls", linked), [
    "5 of calls/a.md at commit of v1",
  ]);
});

test("a pattern means the files that it matches and that may be sources", () => {
  const files = {
    calls: ["calls/2026-1.md", "calls/2025-1.md", "calls/2026-1.png"],
    private: ["private/a.md"],
  };
  assert.deepEqual(describe("calls/2026-* (new)", files), ["20 of calls/2026-1.md (new)"]);
  assert.deepEqual(describe("`calls/2024-*`; `private/*.md`; nothing/or*", files), [
    "calls/2024-*: no file matches it: check the pattern",
    "private/*.md: none of the files that it matches may be a source: see `sources` in `.github/galley.yml`",
  ]);
  assert.match(describe("`{a,b}/{c,d}/{e,f}`", files)[0] ?? "", /too much to match/);
  assert.deepEqual(describe("`talk [a].md`", { "talk [a].md": file }), ["seen talk [a].md"]);
});

test("a link inside the repository is followed once, and only to where the settings allow", () => {
  const files = {
    "calls/latest.md": { kind: "symlink", target: "2026.md" },
    "out.md": { kind: "symlink", target: "../x.md" },
    "private/in.md": { kind: "symlink", target: "../a.md" },
  } as const;
  assert.deepEqual(describe("calls/latest.md (x); out.md; private/in.md", files), [
    "unseen calls/2026.md (x)",
    "out.md: it is a symbolic link that leaves the repository: commit the file itself",
    "private/in.md: `sources.exclude` keeps it away: name another file, or change `.github/galley.yml`",
  ]);
});

test("what is refused, and what lies elsewhere, is not looked for here", () => {
  assert.deepEqual(describe("`../a.md`; `acme/more:a.md`; `acme/more:*.md`", {}), [
    "../a.md: paths with `..` are not read: name it from the top of the repository",
    "elsewhere acme/more:a.md",
    "acme/more:*.md: patterns are read in this repository only: name the files",
  ]);
  assert.deepEqual(listPlaces(findReferences("`../a.md`; `acme/more:a/`", place)), []);
});

test("the places of a Read are links, folders and patterns, each once and as deep as needed", () => {
  const places = listPlaces(findReferences("a.md; `calls/`; calls/**/x.md; `calls/*.md`; *.vtt", place));
  assert.deepEqual(places, [
    { ref: null, path: "calls", depth: 6 },
    { ref: null, path: "", depth: 1 },
  ]);
});

test("of a link's candidates the first that is there counts", () => {
  const [reference] = findReferences(`${web}/a/b/c.md`, place);
  assert.ok(reference);
  const at = (ref: string | null) => ({ commit: `${ref}`, entry: ref === "a/b" ? file : toEntry(undefined) });
  assert.deepEqual(locate(reference, at), { commit: "a/b", entry: file, path: "c.md" });
});
