import assert from "node:assert/strict";
import { test } from "node:test";
import { foldWords } from "../../src/sources/fold-words.ts";
import { tidySpeech } from "../../src/sources/tidy-speech.ts";

const cases: readonly [string, string][] = [
  ["Um, we moved it on a, uh, Sunday.", "We moved it on a, Sunday."],
  ["So, you know, we restored it.", "So we restored it."],
  ["We, you know, restored it.", "We restored it."],
  ["The the backup was th- there.", "The backup was there."],
  ["We were, we were late again.", "We were late again."],
  ["It was [laughs] fine (inaudible 00:12).", "It was fine."],
  ["I had had enough. It was very, very late.", "I had had enough. It was very, very late."],
  ["Right.", "Right."],
  ["Nothing to tidy here: I like trains, right?", "Nothing to tidy here: I like trains, right?"],
  ["Euh, on a restauré la base.", "On a restauré la base."],
];
for (const [said, tidied] of cases)
  test(`tidies: ${said}`, () => {
    assert.equal(tidySpeech(said), tidied);
    const words = foldWords(said);
    let at = -1;
    for (const word of foldWords(tidied)) {
      at = words.indexOf(word, at + 1);
      assert.notEqual(at, -1, `${word} was said, in this order`);
    }
  });
