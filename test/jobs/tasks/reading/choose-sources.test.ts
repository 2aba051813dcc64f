import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chooseSources,
  describeTotal,
  type Found,
  unreadable,
} from "../../../../src/jobs/tasks/reading/choose-sources.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { RepositoryEntry } from "../../../../src/sources/judge-file.ts";

const settings = Settings.parse({});
const file = (bytes = 10): RepositoryEntry => ({
  kind: "file",
  oid: "1",
  bytes,
  text: "words",
  isTruncated: false,
});
const from = { readBlob: () => Promise.reject(new Error("not scripted")) };

const found = (path: string, change: Partial<Extract<Found, { kind: "found" }>> = {}): Found => ({
  kind: "found",
  reference: { note: null, lines: null },
  repository: "acme/notes",
  path,
  written: path,
  commit: "c0ffee",
  entry: file(),
  rules: [settings],
  isWithheld: false,
  from,
  ...change,
});

const choose = (all: readonly Found[], megabytes = 20) =>
  chooseSources(all, megabytes).map((one) => (one.kind === "file" ? one.path : `${one.path}: ${one.reason}`));

test("a file that several references name is read once, its lines and its versions apart", () => {
  const lines = { note: null, lines: { first: 3, last: 9 } };
  const all = [
    found("a.md"),
    found("a.md"),
    found("a.md", { reference: lines }),
    found("a.md", { commit: "old" }),
  ];
  assert.deepEqual(choose(all), ["a.md", "a.md", "a.md"]);
  assert.deepEqual(choose([found("a.md"), found("a.md", { repository: "acme/more" })]), ["a.md", "a.md"]);
});

test("what must not be read is named with the reason, in the order of the brief", () => {
  const all: Found[] = [
    { kind: "unread", path: "b.md", reason: "why" },
    found(".github/a.md"),
    found("a.md", { entry: { kind: "missing" }, written: "the link" }),
  ];
  assert.deepEqual(choose(all), [
    "b.md: why",
    ".github/a.md: files in dot folders are not sources: move it to another folder",
    "the link: there is no such file on the default branch: check the path",
  ]);
});

test("every repository that has a say must allow it", () => {
  const strict = Settings.parse({ sources: { exclude: ["a.md"] } });
  assert.deepEqual(
    choose([found("a.md", { rules: [settings, strict] }), found("b.md", { rules: [settings, strict] })]),
    ["a.md: `sources.exclude` keeps it away: name another file, or change `.github/galley.yml`", "b.md"],
  );
});

test("of what is withheld no reason is told", () => {
  const entry = { kind: "folder", files: [] } as const;
  assert.deepEqual(choose([found("a", { entry, isWithheld: true }), found("b", { entry })]), [
    `a: ${unreadable}`,
    "b: it is a folder: name the files in it",
  ]);
});

test("what no longer fits is named, and a smaller file behind it still fits", () => {
  const all = ["a.md", "b.md", "c.md", "d.md", "e.md"].map((path) => found(path, { entry: file(4_500_000) }));
  assert.deepEqual(choose([...all, found("f.md", { entry: file(100) })]), [
    "a.md",
    "b.md",
    "c.md",
    "d.md",
    `e.md: ${describeTotal(20)}`,
    "f.md",
  ]);
  assert.deepEqual(choose([found("a.md", { entry: file(3_000_000) })], 2), [
    "a.md: all sources together are larger than 2 MB: name fewer",
  ]);
});
