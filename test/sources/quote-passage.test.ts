import assert from "node:assert/strict";
import { test } from "node:test";
import { describePassage } from "../../src/sources/passage.ts";
import { quotePassage, toPassage } from "../../src/sources/quote-passage.ts";
import { readFixture } from "../fixtures/sources.ts";

const transcript = readFixture("two-engineers-on-queues.md");
const utterance = transcript.utterances[3];
assert.ok(utterance);

test("gives the words of a passage with their speaker and lines", () => {
  const passage = toPassage(transcript, utterance, 1, 2);
  assert.equal(describePassage(passage), "S1:u4.1-4.2");
  assert.deepEqual([passage.firstLine, passage.lastLine], [12, 12]);
  const quoted = quotePassage(passage, [transcript]);
  assert.equal(quoted?.speaker, "Mara Lindqvist");
  assert.ok(quoted?.text.startsWith("A message queue earns") && quoted.text.endsWith("is never lost."));
});

test("refuses to quote over a paragraph, past the end, or from another source", () => {
  assert.equal(quotePassage(toPassage(transcript, utterance, 4, 5), [transcript]), null);
  assert.equal(quotePassage(toPassage(transcript, utterance, 6, 9), [transcript]), null);
  assert.equal(quotePassage({ ...toPassage(transcript, utterance, 1, 1), source: "S9" }, [transcript]), null);
});

test("a source of which only some lines are read is quoted by number, not by place", () => {
  const part = { ...transcript, utterances: transcript.utterances.slice(1) };
  const [second] = part.utterances;
  assert.ok(second);
  assert.equal(quotePassage(toPassage(part, second, 1, 1), [part])?.text, second.sentences[0]?.text);
});
