import assert from "node:assert/strict";
import { test } from "node:test";
import { AssemblyAi, readAssemblyAi } from "../../../../src/sources/formats/json/assemblyai.ts";

const read = (rest: object) =>
  readAssemblyAi(AssemblyAi.parse({ id: "x", status: "completed", text: "Hi you.", ...rest }));

test("utterances, else words, else the text; times are milliseconds", () => {
  const utterances = [{ speaker: "A", start: 100, end: 900, text: "Hi you." }];
  assert.deepEqual(read({ utterances }).segments, [
    { speaker: "Speaker A", text: "Hi you.", startMs: 100, endMs: 900, place: null },
  ]);
  const words = [
    { text: "Hi", start: 100, end: 300 },
    { text: "you.", start: 400, end: 900 },
  ];
  assert.deepEqual(read({ utterances: [], words }).segments[0]?.endMs, 900);
  assert.equal(read({}).segments[0]?.text, "Hi you.");
});
