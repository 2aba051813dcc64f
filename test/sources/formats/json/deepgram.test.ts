import assert from "node:assert/strict";
import { test } from "node:test";
import { Deepgram, readDeepgram } from "../../../../src/sources/formats/json/deepgram.ts";

const words = [
  { word: "hi", punctuated_word: "Hi.", start: 1, end: 1.5, speaker: 0 },
  { word: "why", punctuated_word: "Why?", start: 2, end: 2.5, speaker: 1 },
];
const channel = { alternatives: [{ transcript: "Hi. Why?", words }] };
const said = (results: object) =>
  readDeepgram(Deepgram.parse({ results })).segments.map(({ speaker, text }) => [speaker, text]);

test("utterances, else words by speaker, else the text; several channels are several people", () => {
  assert.deepEqual(
    said({ channels: [channel], utterances: [{ transcript: "Hi.", start: 1, end: 2, speaker: 2 }] }),
    [["Speaker 2", "Hi."]],
  );
  assert.deepEqual(said({ channels: [channel] }), [
    ["Speaker 0", "Hi."],
    ["Speaker 1", "Why?"],
  ]);
  assert.deepEqual(
    said({
      channels: [{ alternatives: [{ transcript: "Hi." }] }, { alternatives: [{ transcript: "Ho." }] }],
    }),
    [
      ["Channel 0", "Hi."],
      ["Channel 1", "Ho."],
    ],
  );
});
