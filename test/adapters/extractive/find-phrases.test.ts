import assert from "node:assert/strict";
import { test } from "node:test";
import { createPhraseFinder } from "../../../src/adapters/extractive/find-phrases.ts";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";
import { queues } from "./material.ts";

const subject = new Map([
  ["queue", 1],
  ["owner", 1],
  ["letter", 0.3],
]);
const find = createPhraseFinder(indexSentences([queues]), subject);
const texts = queues.utterances.flatMap(({ sentences }) => sentences.map(({ text }) => text));

const topicOf = (phrase: string) => find(texts).find(({ text }) => text === phrase)?.topic;

test("names texts by phrases on the subject, and knows how they stand after on", () => {
  assert.equal(topicOf("dead letter queue"), "the dead letter queue");
  assert.equal(topicOf("queue"), "the queue");
});

test("a singular that nobody put a definite article before does not stand after on", () => {
  assert.equal(topicOf("owner"), null);
});

test("a word that means little alone is no phrase, a name needs no article", () => {
  const said = parseTranscript(
    sourceOf(
      [
        "**Ana:** The team met the team of the harbour. The team trusts the harbour and the team of Kestrel.",
        "We asked Kestrel, and Kestrel told the team that Kestrel would come to the harbour.",
      ].join(" "),
    ),
  );
  const query = new Map([
    ["team", 1],
    ["kestrel", 1],
    ["harbour", 1],
  ]);
  const phrases = createPhraseFinder(indexSentences([said]), query)(said.utterances.map(({ text }) => text));
  const found = Object.fromEntries(phrases.map(({ text, topic }) => [text, topic]));
  assert.deepEqual([found.team, found.harbour, found.Kestrel], [undefined, "the harbour", "Kestrel"]);
});

test("a single word off the subject is no phrase", () => {
  assert.ok(!find(texts).some(({ stems }) => stems.join(" ") === "disk"));
});

test("nothing said gives no phrase", () => assert.deepEqual(find([]), []));

test("what is counted may be named in the plural, what only stands before another noun may not", () => {
  const said = parseTranscript(
    sourceOf(
      "**Ana:** It is an open source project. The sources of open source are many, and we love open source. " +
        "It was my first restore drill and a hard restore drill. Two restore drills failed, and the drill was late. The source of the drill was the drill.",
    ),
  );
  const query = new Map([
    ["sourc", 1],
    ["drill", 1],
  ]);
  const phrases = createPhraseFinder(
    indexSentences([said]),
    query,
  )(said.utterances.flatMap(({ sentences }) => sentences.map(({ text }) => text))).map(({ text }) => text);
  assert.ok(phrases.includes("restore drills"), phrases.join("; "));
  assert.ok(!phrases.includes("open sources"), phrases.join("; "));
});
