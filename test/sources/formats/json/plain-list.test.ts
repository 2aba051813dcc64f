import assert from "node:assert/strict";
import { test } from "node:test";
import { PlainList, readPlainList } from "../../../../src/sources/formats/json/plain-list.ts";

const said = (file: unknown) =>
  readPlainList(PlainList.parse(file)).segments.map(({ speaker, text, startMs, endMs }) => [
    speaker,
    text,
    startMs,
    endMs,
  ]);

test("entries under the names that exporters use", () => {
  assert.deepEqual(
    said({ version: "1.0.0", segments: [{ speaker: "Ana", startTime: 1, endTime: 2, body: "Hi." }] }),
    [["Ana", "Hi.", 1000, 2000]],
  );
  assert.deepEqual(said({ sentences: [{ speaker_name: "Ana", start_time: "00:00:01", text: "Hi." }] }), [
    ["Ana", "Hi.", 1000, null],
  ]);
  assert.deepEqual(said([{ text: "Hi.", start: 1, duration: 2.5 }]), [[null, "Hi.", 1000, 3500]]);
  assert.deepEqual(said({ data: [{ user: { name: "Ana" }, message: "Hi." }] }), [["Ana", "Hi.", null, null]]);
});

test("an entry without words costs itself, not the file", () => {
  assert.deepEqual(said({ segments: [{ startTime: 1 }, { startTime: 2, body: "Hi." }, { body: null }] }), [
    [null, "Hi.", 2000, null],
  ]);
});

test("a list inside an interface's answer is found", () => {
  const sentences = [{ speaker_name: "Ana", text: "Hi." }];
  for (const file of [
    { data: { transcript: { sentences } } },
    { transcript: { sentences } },
    { result: sentences },
  ])
    assert.deepEqual(said(file), [["Ana", "Hi.", null, null]]);
});

test("negative control: a list of other things is none", () => {
  for (const file of [[{ id: 1 }], { segments: [] }, { settings: [{ text: "x" }] }])
    assert.equal(PlainList.safeParse(file).success, false);
});

test("whole numbers in which everybody would speak too slowly are milliseconds", () => {
  const utterances = [
    { speaker: "A", text: "We moved the whole archive on a Sunday.", start: 250, end: 3_100 },
    { speaker: "B", text: "And nobody noticed.", start: 3_400, end: 5_000 },
  ];
  assert.deepEqual(
    said({ utterances }).map(([, , ...times]) => times),
    [
      [250, 3_100],
      [3_400, 5_000],
    ],
  );
  const slow = [
    { text: "Yes.", start: 10, duration: 2 },
    { text: "No, not on a Sunday.", start: 190, duration: 3 },
  ];
  assert.deepEqual(
    said(slow).map(([, , ...times]) => times),
    [
      [10_000, 12_000],
      [190_000, 193_000],
    ],
  );
});

test("words without spaces between them are words, in seconds and in milliseconds", () => {
  const long = "私たちは日曜日に全部を移動しましたが、誰も気づきませんでした。";
  const times = (entry: unknown) => said([entry]).map(([, , ...both]) => both);
  assert.deepEqual(times({ text: long.repeat(40), start: 0, end: 300 }), [[0, 300_000]]);
  assert.deepEqual(times({ text: long, start: 0, end: 6_000 }), [[0, 6_000]]);
});
