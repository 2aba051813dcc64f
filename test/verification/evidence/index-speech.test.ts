import assert from "node:assert/strict";
import { test } from "node:test";
import { indexSpeech, passageAt } from "../../../src/verification/evidence/index-speech.ts";
import { talk } from "./talk.ts";

test("words know their sentences, and a run of them its lines", () => {
  const [speech] = indexSpeech([talk]);
  assert.ok(speech);
  assert.equal(speech.words.length, speech.sentences.length);
  const at = speech.words.indexOf("nobody");
  const { firstSentence, lastSentence, firstLine } = passageAt(speech, at - 1, at + 1);
  assert.deepEqual([firstSentence, lastSentence, firstLine], [1, 2, 1]);
});
