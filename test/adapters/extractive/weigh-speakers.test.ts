import assert from "node:assert/strict";
import { test } from "node:test";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { judgeSentence } from "../../../src/adapters/extractive/judge-sentence.ts";
import {
  findSeams,
  recogniseAddress,
  weighSpeakers,
} from "../../../src/adapters/extractive/weigh-speakers.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";
import { queues } from "./material.ts";

test("who asks counts for less than who answers, least of all on the way to a question", () => {
  const { units } = indexSentences([queues]);
  const weigh = weighSpeakers(
    units,
    units.map(({ sentence }) => judgeSentence(sentence.text)),
  );
  const find = (words: string) => {
    const unit = units.find(({ sentence }) => sentence.text.startsWith(words));
    assert.ok(unit, words);
    return weigh(unit);
  };
  assert.ok(find("I think a queue without") < find("The dead letter queue needs"));
  assert.ok(find("You spent six years") < find("I think a queue without"));
});

test("knows talk to those present", () => {
  const address = recogniseAddress(indexSentences([queues]).units);
  assert.match("So, Mara, what next?", address ?? /^$/);
  assert.doesNotMatch("Maracas are loud.", address ?? /./);
  assert.equal(recogniseAddress([]), null);
});

test("a small word with a capital in the middle is where captions were joined; a name is not", () => {
  const said = parseTranscript(
    sourceOf(
      "**Ana:** We try to ship and we try to rest. They try to sleep when we try to work. " +
        "That means we can Try to ship with Kestrel. We met Kestrel in the harbour.",
    ),
  );
  const { units } = indexSentences([said]);
  assert.deepEqual(
    [...findSeams(units)].map(({ sentence }) => sentence.text),
    ["That means we can Try to ship with Kestrel."],
  );
});
