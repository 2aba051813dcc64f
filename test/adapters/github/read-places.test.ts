import assert from "node:assert/strict";
import { test } from "node:test";
import { describeEntry, readAnswers, renderPlaces } from "../../../src/adapters/github/read-places.ts";

const blob = (text: string | null, mode = 0o100644) => ({
  mode,
  type: "blob",
  oid: "b10b",
  object: { byteSize: 5, isBinary: text === null, isTruncated: false, text },
});
const listed = [
  { name: "a.md", mode: 0o100644, type: "blob", size: 7, object: {} },
  { name: "link.md", mode: 0o120000, type: "blob", size: 4, object: {} },
  { name: "module", mode: 0o160000, type: "commit", size: 0, object: null },
  {
    name: "2026",
    mode: 0o040000,
    type: "tree",
    size: 0,
    object: { entries: [{ name: "b.md", mode: 0o100755, type: "blob", size: 8 }] },
  },
  { name: "deep", mode: 0o040000, type: "tree", size: 0, object: {} },
];

test("an entry is told by its mode and type", () => {
  assert.deepEqual(describeEntry(null), { kind: "missing" });
  assert.deepEqual(describeEntry(blob("../x.md", 0o120000)), { kind: "symlink", target: "../x.md" });
  assert.deepEqual(describeEntry({ mode: 0o160000, type: "commit", oid: "1", object: null }), {
    kind: "submodule",
  });
  assert.deepEqual(describeEntry(blob("words")), {
    kind: "file",
    oid: "b10b",
    bytes: 5,
    text: "words",
    isTruncated: false,
  });
  assert.deepEqual(describeEntry(blob(null)), {
    kind: "file",
    oid: "b10b",
    bytes: 5,
    text: null,
    isTruncated: false,
  });
});

test("of a folder the regular files are listed by their paths from the top, as deep as was asked", () => {
  const tree = { mode: 0o040000, type: "tree", oid: "1", object: { entries: listed } };
  assert.deepEqual(describeEntry(tree, "calls"), {
    kind: "folder",
    files: [
      { path: "calls/a.md", bytes: 7 },
      { path: "calls/2026/b.md", bytes: 8 },
    ],
  });
});

test("an answer for each place: at a commit, behind a tag, at the top, or none", () => {
  const places = ["main", "v1", "main", "gone"].map((ref, index) => ({
    ref,
    path: index === 2 ? "" : "a.md",
    depth: 1,
  }));
  const answers = readAnswers(places, {
    place0: { oid: "c1", found: blob("words") },
    place1: { target: { oid: "c2", found: null } },
    place2: { oid: "c1", top: { entries: listed } },
    place3: null,
  });
  assert.deepEqual(
    answers.map((one) => one && [one.commit, one.entry.kind]),
    [["c1", "file"], ["c2", "missing"], ["c1", "folder"], null],
  );
  assert.deepEqual(readAnswers([{ ref: "x", path: "a.md", depth: 0 }], { place0: {} }), [null]);
});

test("names from outside travel as variables, and folders are asked for level by level", () => {
  const { fields, parameters, variables } = renderPlaces([
    { ref: 'x") { evil }', path: 'a"b.md', depth: 0 },
    { ref: null, path: "", depth: 2 },
  ]);
  assert.deepEqual(variables, { ref0: 'x") { evil }', place0: 'a"b.md', ref1: "HEAD" });
  assert.equal(parameters, ", $ref0: String!, $place0: String!, $ref1: String!");
  assert.doesNotMatch(fields, /evil|a"b/);
  assert.equal(fields.split("entries {").length - 1, 4, "two levels, at a commit and behind a tag");
  assert.deepEqual(renderPlaces([]), { parameters: "", fields: "", variables: {} });
});
