import assert from "node:assert/strict";
import { test } from "node:test";
import type { DraftJob } from "../../../../src/jobs/payload.ts";
import type { Meant } from "../../../../src/jobs/tasks/reading/find-meant.ts";
import { readMeant } from "../../../../src/jobs/tasks/reading/read-meant.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import type { Repository } from "../../../../src/ports/repository.ts";
import type { RepositoryEntry } from "../../../../src/sources/judge-file.ts";
import { describePath } from "../../../../src/sources/reference.ts";

const file = (bytes = 10): RepositoryEntry => ({
  kind: "file",
  oid: "1",
  bytes,
  text: "words",
  isTruncated: false,
});
const seen = (path: string, bytes = 10): Meant => ({
  kind: "seen",
  reference: describePath(path, null),
  path,
  commit: "c0ffee",
  entry: file(bytes),
});
const unseen = (path: string, bytes = 10): Meant => ({
  kind: "unseen",
  reference: describePath(path, null),
  path,
  commit: "c0ffee",
  bytes,
});
const several = (written: string, names: readonly string[], most: number): Meant => ({
  kind: "several",
  reference: { ...describePath(written, "why"), lines: { first: 1, last: 2 } },
  commit: "c0ffee",
  files: names.map((name) => ({ path: `${written}/${name}.md`, bytes: 10 })),
  most,
});

/** Reads with a repository that records what it was asked; every file is there but `gone.md`. */
async function read(
  meant: readonly Meant[],
  days: Readonly<Record<string, string>> = {},
  sources: object = {},
) {
  const asked: string[][] = [];
  const repository: Pick<Repository, "look" | "listDays" | "readBlob"> = {
    look: async ({ places }) => {
      asked.push(["look", ...places.map(({ ref, path }) => `${ref}:${path}`)]);
      const entryOf = (path: string): RepositoryEntry => (path === "gone.md" ? { kind: "missing" } : file());
      const looked = places.map(({ path }) => ({ commit: "c0ffee", entry: entryOf(path) }));
      return { fullName: "acme/notes", isPrivate: true, settings: { kind: "missing" }, looked };
    },
    listDays: async ({ paths }) => {
      asked.push(["days", ...paths]);
      return paths.map((path) => days[path] ?? null);
    },
    readBlob: () => Promise.reject(new Error("not scripted")),
  };
  const context = { repository, job: {}, world: {} } as unknown as Context<DraftJob>;
  const settings = Settings.parse({ sources });
  const found = await readMeant(context, meant, { home: { name: "acme/notes", isPrivate: true }, settings });
  const told = found.map((one) =>
    one.kind === "unread" ? `${one.path}: ${one.reason}` : `${one.entry.kind} ${one.path}`,
  );
  return { told, asked, found };
}

test("what was seen costs nothing; the rest is read in one request", async () => {
  assert.deepEqual((await read([seen("a.md")])).asked, []);
  const { told, asked } = await read([
    unseen("b.md"),
    seen("a.md"),
    several("calls", ["x", "y"], 5),
    unseen("gone.md"),
  ]);
  assert.deepEqual(told, ["file b.md", "file a.md", "file calls/y.md", "file calls/x.md", "missing gone.md"]);
  assert.deepEqual(asked, [
    ["look", "c0ffee:b.md", "c0ffee:calls/y.md", "c0ffee:calls/x.md", "c0ffee:gone.md"],
  ]);
});

test("of a folder the newest are read by the days in their names, without asking for more", async () => {
  const { told, asked } = await read([several("calls", ["2026-01-01", "2026-03-01", "2026-02-01"], 2)]);
  assert.deepEqual(told, [
    "file calls/2026-03-01.md",
    "file calls/2026-02-01.md",
    "calls: 1 of its 3 files, which are older than the 2 that are read",
  ]);
  assert.equal(asked.length, 1);
});

test("where names have no day the last commit decides, with one more request for all of them", async () => {
  const days = { "calls/a.md": "2026-05-01", "calls/b.md": "2025-01-01" };
  const { told, asked } = await read([several("calls", ["a", "b", "2026-03-01"], 2)], days);
  assert.deepEqual(told.slice(0, 2), ["file calls/a.md", "file calls/2026-03-01.md"]);
  assert.deepEqual(asked[0], ["days", "calls/b.md", "calls/a.md"]);
  const many = Array.from({ length: 60 }, (_, index) => `talk-${index}`);
  assert.equal((await read([several("calls", many, 2)])).asked[0]?.length, 51);
});

test("the note goes to each file of a folder, lines to none", async () => {
  const { found } = await read([several("calls", ["a"], 5)]);
  assert.deepEqual(
    found.map((one) => one.kind === "found" && [one.reference.note, one.reference.lines, one.repository]),
    [["why", null, "acme/notes"]],
  );
});

test("what is too large or too much is not asked for", async () => {
  const large = await read([unseen("a.md", 6_000_000), unseen("b.md")]);
  assert.deepEqual(large.told, [
    "a.md: it is larger than 5 MB: commit it in parts, or raise `sources.fileMegabytes`",
    "file b.md",
  ]);
  const full = await read([seen("a.md", 1_500_000), unseen("b.md", 600_000)], {}, { totalMegabytes: 2 });
  assert.deepEqual(full.told, ["file a.md", "b.md: all sources together are larger than 2 MB: name fewer"]);
  assert.deepEqual(full.asked, []);
  const many = Array.from({ length: 51 }, (_, index) => unseen(`${index}.md`));
  assert.equal((await read(many)).told.at(-1), "50.md: at most 50 files are read for a draft: name fewer");
});
