import assert from "node:assert/strict";
import { test } from "node:test";
import { isDictionaryWord, isPlainWord, lookUpName } from "../../../src/verification/names/lexicon.ts";

test("the dictionary has words from its first to its last, and no names", () => {
  for (const word of ["aa", "backup", "jack", "zzzs"]) assert.equal(isDictionaryWord(word), true, word);
  for (const word of ["", "a-", "hallgren", "zzzz"]) assert.equal(isDictionaryWord(word), false, word);
});

test("the lexicon tells first names from places and verbs", () => {
  assert.equal(lookUpName("maria"), "given");
  assert.equal(lookUpName("finland"), "country");
  assert.equal(lookUpName("walked"), undefined);
  assert.equal(isPlainWord("walked"), true);
  assert.equal(isPlainWord("maria"), false);
});
