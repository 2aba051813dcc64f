import assert from "node:assert/strict";
import { test } from "node:test";
import { type Chosen, unreadable } from "../../../../src/jobs/tasks/reading/choose-sources.ts";
import { readChosen } from "../../../../src/jobs/tasks/reading/read-chosen.ts";

const chosen = (path: string, change: Partial<Extract<Chosen, { kind: "file" }>> = {}): Chosen => ({
  kind: "file",
  reference: { note: "why", lines: { first: 3, last: 9 } },
  repository: "acme/more",
  path,
  written: `acme/more:${path}`,
  commit: "c0ffee",
  isWithheld: false,
  oid: "1",
  text: "the start",
  isTruncated: false,
  from: { readBlob: async (oid) => Buffer.from(oid === "binary" ? [0, 1] : "the whole") },
  ...change,
});

test("a source keeps its place, its note and its lines, and is numbered in the order of the brief", async () => {
  const { sources } = await readChosen([
    { kind: "unread", path: "x.md", reason: "why not" },
    chosen("a.md"),
    chosen("b.md"),
  ]);
  assert.deepEqual(sources[0], {
    id: "S1",
    repository: "acme/more",
    path: "a.md",
    commit: "c0ffee",
    note: "why",
    lines: { first: 3, last: 9 },
    text: "the start",
    origin: { repository: "acme/more", path: "a.md", commit: "c0ffee" },
  });
  assert.equal(sources[1]?.id, "S2");
});

test("what was cut off is read to its end; where that is no text the reason is told", async () => {
  const cut = chosen("a.md", { isTruncated: true });
  const binary = chosen("b.md", { isTruncated: true, oid: "binary" });
  const { sources, unread } = await readChosen([cut, binary]);
  assert.deepEqual(
    sources.map(({ text }) => text),
    ["the whole"],
  );
  assert.deepEqual(unread, [{ path: "acme/more:b.md", reason: "it is a binary file" }]);
});

test("a source that is withheld has a name that says nothing but its format, and no place to be linked to", async () => {
  const hidden = chosen("plans/secret.VTT", { isWithheld: true });
  const broken = chosen("b.md", { isWithheld: true, isTruncated: true, oid: "binary" });
  const { sources, unread } = await readChosen([hidden, broken]);
  assert.deepEqual(
    sources.map(({ path, repository, commit }) => [path, repository, commit]),
    [["private source 1.vtt", null, null]],
  );
  assert.deepEqual(unread, [{ path: "acme/more:b.md", reason: unreadable }]);
});
