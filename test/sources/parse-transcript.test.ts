import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/errors.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { readFixture, sourceOf } from "../fixtures/sources.ts";

test("tells the format by the content before the name", () => {
  assert.equal(
    parseTranscript(sourceOf("WEBVTT\n\n00:00.000 --> 00:01.000\nHi there", "odd.txt")).format,
    "webvtt",
  );
  assert.equal(parseTranscript(sourceOf("**Ana:** Hi.\n\n**Ana:** Ho.", "odd.txt")).format, "markdown");
  assert.equal(readFixture("plain-interview.txt").format, "text");
});

test("reads speakers, times and sentences of a plain text", () => {
  const { kind, speakers, utterances } = readFixture("plain-interview.txt");
  assert.deepEqual([kind, speakers], ["transcript", ["Dr. A. Novak", "Reporter"]]);
  assert.deepEqual(
    utterances.map(({ startMs }) => startMs),
    [5000, 70_000, 75_000, 120_000],
  );
  assert.equal(utterances[2]?.sentences.length, 3);
});

test("every sentence is an exact slice of its utterance", () => {
  for (const name of ["two-engineers-on-queues.md", "planning-call.vtt", "entrevista.md"])
    for (const { text, sentences } of readFixture(name).utterances)
      for (const sentence of sentences) assert.ok(text.includes(sentence.text));
});

test("an advert may be read and never quoted", () => {
  const advert = readFixture("two-engineers-on-queues.md").utterances.find(({ text }) =>
    text.includes("finest crates"),
  );
  assert.deepEqual([advert?.speaker, advert?.quotable], [null, false]);
});

test("notes stay notes", () => assert.equal(readFixture("notes-with-labels.md").kind, "notes"));

test("front matter in a programming language is never evaluated", () => {
  const { utterances } = readFixture("script-front-matter.md");
  assert.equal(Reflect.get(globalThis, "wasEvaluated"), undefined);
  assert.deepEqual([utterances.length, utterances[0]?.firstLine], [3, 4]);
});

for (const [what, text] of [
  ["an empty file", " \n"],
  ["a binary file", "PNG\u0000\u0001"],
  ["a mis-decoded file", "\uFFFD".repeat(50)],
  ["a file without words", "---\n\n***"],
] as const)
  test(`${what} is refused in words that end a sentence about it`, () => {
    const path = "@octocat closes #1.md";
    const source = { id: "S1", repository: null, path, commit: null, note: null, text };
    assert.throws(
      () => parseTranscript(source),
      (error) =>
        error instanceof UserError &&
        /^it [a-z][^\n]+[^.]$/.test(error.message) &&
        !error.message.includes(path),
    );
  });
