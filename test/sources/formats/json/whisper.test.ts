import assert from "node:assert/strict";
import { test } from "node:test";
import {
  readWhisper,
  readWhisperCpp,
  readWhisperText,
  Whisper,
  WhisperCpp,
  WhisperText,
} from "../../../../src/sources/formats/json/whisper.ts";

test("speakers stand on the segments, or on the words alone", () => {
  const words = [
    { word: "Hi.", start: 1, end: 2, speaker: "SPEAKER_00" },
    { word: " Why?", start: 2, end: 3, speaker: "SPEAKER_01" },
  ];
  const segments = [
    { text: " Hi. Why?", start: 1, end: 3, words },
    { text: " Ok.", start: 3, end: 4, speaker: "SPEAKER_00", no_speech_prob: 0.1 },
  ];
  const read = readWhisper(Whisper.parse({ segments }));
  assert.equal(read.units, 2);
  assert.deepEqual(
    read.segments.map(({ speaker, text }) => [speaker, text.trim()]),
    [
      ["SPEAKER_00", "Hi."],
      ["SPEAKER_01", "Why?"],
      ["SPEAKER_00", "Ok."],
    ],
  );
});

test("Amberscript has words alone and its speakers' names apart", () => {
  const file = {
    speakers: [{ spkid: "spk1", name: "Ana" }],
    segments: [
      {
        speaker: "spk1",
        words: [
          { text: "Hi", start: 1, end: 2 },
          { text: "you.", start: 2, end: 3 },
        ],
      },
    ],
  };
  assert.deepEqual(
    readWhisper(Whisper.parse(file)).segments.map(({ speaker, text }) => [speaker, text]),
    [["Ana", "Hi you."]],
  );
});

test("whisper.cpp counts milliseconds", () => {
  const { segments } = readWhisperCpp(
    WhisperCpp.parse({ transcription: [{ text: " Hi.", offsets: { from: 10, to: 900 } }] }),
  );
  assert.deepEqual([segments[0]?.startMs, segments[0]?.endMs], [10, 900]);
});

test("negative control: the Podcasting format is not taken for it", () => {
  assert.equal(Whisper.safeParse({ segments: [{ body: "Hi" }] }).success, false);
});

test("a segment without words costs itself; segments that are of something else are none", () => {
  const read = readWhisper(Whisper.parse({ segments: [{ text: null }, { text: " Hi." }] }));
  assert.deepEqual(
    read.segments.map(({ text }) => text),
    [" Hi."],
  );
  assert.equal(Whisper.safeParse({ segments: [{ body: "Hi." }] }).success, false);
});

test("an answer without segments is its words, or its text", () => {
  const words = [
    { word: "Hi.", start: 1, end: 2 },
    { word: "Why?", start: 2, end: 3 },
  ];
  const read = (file: object) =>
    readWhisperText(WhisperText.parse(file)).segments.map(({ text, startMs }) => [text, startMs]);
  assert.deepEqual(read({ text: "Hi. Why?", words }), [
    ["Hi.", 1000],
    ["Why?", 2000],
  ]);
  assert.deepEqual(read({ text: "Hi. Why?" }), [["Hi. Why?", null]]);
});
