import assert from "node:assert/strict";
import { test } from "node:test";
import { indexSpeech } from "../../../src/verification/evidence/index-speech.ts";
import { findOriginal, locateQuotation } from "../../../src/verification/evidence/locate-quotation.ts";
import { talk } from "./talk.ts";

const speeches = indexSpeech([talk]);

test("a quotation is located with its sentences", () => {
  const [passage] = locateQuotation("green for a year. Nobody had restored", speeches);
  assert.deepEqual([passage?.firstSentence, passage?.lastSentence, passage?.firstLine], [1, 2, 1]);
  assert.deepEqual(locateQuotation("green for years", speeches), []);
  assert.deepEqual(locateQuotation("", speeches), []);
  assert.deepEqual(locateQuotation("nobody had … we lost the", speeches), [], "in their order");
});

test("the original is the one place that is most like it", () => {
  assert.equal(findOriginal("It took five hours, and most went into waiting", speeches)?.speaker, "Maya Rey");
  assert.equal(findOriginal("Something else altogether was said by them", speeches), null);
});

test("two places that say different things, as like it as each other, are none", () => {
  const twice = [talk.utterances[0], talk.utterances[0]].flatMap((utterance, at) =>
    utterance
      ? [
          {
            transcript: talk,
            utterance: {
              ...utterance,
              sentences: utterance.sentences.map((one) => ({
                ...one,
                text: `${one.text}${" Really.".repeat(at)}`,
              })),
            },
            words: ["we", "lost", "the", "whole", "weekend"],
            sentences: [1, 1, 1, 1, 1],
          },
        ]
      : [],
  );
  assert.equal(findOriginal("we lost the whole year", twice), null);
  assert.notEqual(findOriginal("we lost the whole year", twice.slice(0, 1)), null);
});

test("a speech of an hour is searched in time", () => {
  const [speech] = speeches;
  assert.ok(speech);
  const words = Array.from({ length: 10_000 }, (_, at) => `w${at % 50}`);
  const long = { ...speech, words, sentences: words.map(() => 1) };
  assert.notEqual(findOriginal(words.slice(0, 100).with(5, "x").join(" "), [long]), null);
});
