import assert from "node:assert/strict";
import { test } from "node:test";
import { readSpokenLine } from "../../../src/sources/formats/spoken-text.ts";

test("takes a time stamp out and keeps the time", () => {
  assert.deepEqual(readSpokenLine("\\[08:15\\] We began.", "markdown"), {
    text: "We began.",
    breaks: [0],
    startMs: 495_000,
  });
});

test("a time stamp in the middle leaves a break, and is not the line's time", () => {
  const { text, breaks, startMs } = readSpokenLine("We began. [00:08:15] Then rain.", "markdown");
  assert.deepEqual([text, breaks, startMs], ["We began. Then rain.", [10], null]);
});

test("an escape is undone without a break", () => {
  assert.deepEqual(readSpokenLine("episode \\#4 \\[laughs\\]", "markdown"), {
    text: "episode #4 [laughs]",
    breaks: [],
    startMs: null,
  });
});

test("links, tags and emphasis leave their words and a break", () => {
  const { text, breaks } = readSpokenLine(
    'See [the *old* notes](https://a.example) <a href="x">here</a>.',
    "markdown",
  );
  assert.equal(text, "See the *old* notes here.".replaceAll("*old*", "*old*"));
  assert.ok(breaks.length >= 4);
});

test("snake case and arithmetic stay", () => {
  assert.equal(readSpokenLine("set max_batch_size to 2 < 3", "markdown").text, "set max_batch_size to 2 < 3");
});

test("plain text keeps what looks like Markdown", () => {
  assert.equal(readSpokenLine("a \\* b [c](d)", "text").text, "a \\* b [c](d)");
});

test("reads a very long line in linear time", () => {
  const startMs = performance.now();
  readSpokenLine("[".repeat(200_000), "markdown");
  readSpokenLine("*a ".repeat(70_000), "markdown");
  assert.ok(performance.now() - startMs < 3000);
});
