import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { foldWords } from "../../../src/sources/fold-words.ts";
import { detectFormat, parseFormat } from "../../../src/sources/formats/parse-format.ts";
import { readFixture, sourceOf } from "../../fixtures/sources.ts";

const folder = new URL("../../fixtures/transcripts/bridges/", import.meta.url);
const files = readdirSync(folder).filter((file) => file !== "silence.json");
const model = readFixture("bridges/bold.md");
const wordsOf = ({ utterances }: typeof model) =>
  foldWords(
    utterances
      .filter(({ speaker }, _at, all) => speaker !== null || all.length < 4)
      .map(({ text }) => text)
      .join(" "),
  );
const untimed = ["bold.md", "names-alone.txt", "page.html"];

for (const file of files)
  test(`${file} holds the same talk, each sentence with its line`, () => {
    const transcript = readFixture(`bridges/${file}`);
    // Where every word has a record of its own the file holds the beginning alone.
    const words = wordsOf(transcript);
    assert.ok(words.length > 100);
    assert.deepEqual(words, wordsOf(model).slice(0, words.length));
    const spoken = transcript.utterances.filter(({ speaker }) => speaker !== null);
    if (file !== "whisper.json") {
      assert.equal(transcript.kind, "transcript");
      assert.deepEqual([spoken.length, transcript.speakers.length], [words.length < 200 ? 3 : 9, 2]);
    }
    const timed = transcript.utterances.filter(({ startMs }) => startMs !== null);
    assert.equal(timed.length === 0, untimed.includes(file));
    if (timed[0]) assert.equal(Math.floor((timed[0].startMs ?? 0) / 1000), 5);
    const lines = transcript.source.text.split("\n");
    for (const { sentences } of spoken)
      for (const { text, firstLine, lastLine } of sentences) {
        const written = foldWords(
          lines
            .slice(firstLine - 1, lastLine)
            .join(" ")
            .replace(/<[^>]*>/g, " "),
        );
        assert.ok(written.includes(foldWords(text)[0] ?? "?"), `${file}: ${text} on line ${firstLine}`);
      }
  });

test("JSON keeps the characters where the words stand", () => {
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    const { utterances, source } = readFixture(`bridges/${file}`);
    for (const { characters, text } of utterances) {
      assert.ok(characters, file);
      const written = source.text.slice(characters.first, characters.last).trim();
      const words = text.split(" ");
      assert.ok(written.startsWith(words[0]?.replace(/\W+$/, "") ?? "?"), `${file}: ${written.slice(0, 40)}`);
      assert.ok(written.includes(words.at(-1)?.replace(/\W+$/, "") ?? "?"), file);
    }
  }
});

const formats: readonly [name: string, start: string, format: string][] = [
  ["a.txt", "WEBVTT\n", "webvtt"],
  ["a.txt", "\uFEFFWEBVTT\r\n", "webvtt"],
  ["a.txt", "1\n00:00:01,000 --> 00:00:02,000\nHi", "srt"],
  ["a.txt", "0:00:01.000,0:00:02.000\nHi", "sbv"],
  ["a.txt", '{"segments": []}', "json"],
  ["a.txt", '[{"text": "Hi"}]', "json"],
  ["a.txt", "[00:12] Ana: Hi", "text"],
  ["a.txt", "<!DOCTYPE html><p>Hi", "html"],
  ["a.txt", "<cite>Ana:</cite>", "html"],
  ["a.txt", "**Ana:** Hi", "markdown"],
  ["a.md", "<p>Hi</p>", "markdown"],
  ["a.txt", "Hi", "text"],
];
for (const [name, start, format] of formats)
  test(`${JSON.stringify(start)} in ${name} is ${format}`, () =>
    assert.equal(detectFormat({ path: name, text: start }), format));

test("what breaks its format from the start is refused with the line", () => {
  const refused: [string, string, RegExp][] = [
    ["a.vtt", "WEBSRT\n\n00:00.000 --> 00:01.000\nHi", /^line 1 is not the word WEBVTT/],
    ["a.vtt", "WEBVTT\n\n00.000 --> 1\nHi", /^it holds no captions: line 3 does not have/],
    [
      "a.json",
      '{"segments": [\n{"text": "Hi"\n',
      /^line \d is not valid JSON \(.+\): export it again, it may be cut off$/,
    ],
    ["a.json", '{"answer": 42}', /^its JSON is of no known recogniser/],
    ["a.json", "[".repeat(100_000), /^it is JSON nested deeper than any transcript$/],
  ];
  for (const [path, text, message] of refused)
    assert.throws(() => parseFormat(sourceOf(text, path)), { name: "UserError", message });
});
