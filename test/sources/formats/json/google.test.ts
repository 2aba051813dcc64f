import assert from "node:assert/strict";
import { test } from "node:test";
import { Google, readGoogle } from "../../../../src/sources/formats/json/google.ts";

const words = [
  { word: "Hi.", startTime: "1s", endTime: "1.500s", speakerTag: 1 },
  { word: "Why?", startTime: { seconds: "2", nanos: 5e8 }, endTime: "3s", speakerTag: 2 },
];
const said = (file: object) =>
  readGoogle(Google.parse(file)).segments.map(({ speaker, text, startMs }) => [speaker, text, startMs]);
const spoken = [
  ["Speaker 1", "Hi.", 1000],
  ["Speaker 2", "Why?", 2500],
];

test("with diarisation the last result lists all words again, and they are read once", () => {
  assert.deepEqual(
    said({ results: [{ alternatives: [{ transcript: "Hi. Why?" }] }, { alternatives: [{ words }] }] }),
    spoken,
  );
});

test("an operation holds its response; without speakers the text is read", () => {
  const results = [
    { alternatives: [{ transcript: "Hi.", words: [{ word: "Hi.", startOffset: "1s", endOffset: "2s" }] }] },
    {},
  ];
  assert.deepEqual(said({ response: { results } }), [[null, "Hi.", 1000]]);
});
