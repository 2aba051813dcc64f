import assert from "node:assert/strict";
import { test } from "node:test";
import {
  readSpeechmatics,
  readSpeechmaticsV1,
  Speechmatics,
  SpeechmaticsV1,
} from "../../../../src/sources/formats/json/speechmatics.ts";

test("version 2: words and marks with their speakers, and one whom it could not tell", () => {
  const word = (content: string, at: number, speaker: string) => ({
    type: "word",
    start_time: at,
    end_time: at + 0.5,
    alternatives: [{ content, speaker }],
  });
  const mark = {
    type: "punctuation",
    attaches_to: "previous",
    start_time: 2,
    end_time: 2,
    alternatives: [{ content: "?", speaker: "S1" }],
  };
  const { segments } = readSpeechmatics(
    Speechmatics.parse({ results: [word("Why", 1, "S1"), mark, word("Hm", 3, "UU")] }),
  );
  assert.deepEqual(
    segments.map(({ speaker, text }) => [speaker, text]),
    [
      ["S1", "Why?"],
      [null, "Hm"],
    ],
  );
});

test("version 1: who spoke from when stands apart", () => {
  const words = [
    { name: "Hi", time: "1.0", duration: "0.5" },
    { name: ".", time: "1.5", duration: "0" },
    { name: "Why", time: "4.0", duration: "1" },
  ];
  const speakers = [
    { name: "F1", time: "0.5", duration: "2" },
    { name: "M2", time: "3.9", duration: "2" },
  ];
  assert.deepEqual(
    readSpeechmaticsV1(SpeechmaticsV1.parse({ words, speakers })).segments.map(({ speaker, text, endMs }) => [
      speaker,
      text,
      endMs,
    ]),
    [
      ["F1", "Hi.", 1500],
      ["M2", "Why", 5000],
    ],
  );
});
