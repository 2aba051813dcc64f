import assert from "node:assert/strict";
import { test } from "node:test";
import { listTerms, listWords, stemWord } from "../../../src/sources/ranking/read-words.ts";

test("words are small letters and digits, of any script", () =>
  assert.deepEqual(listWords("It’s 3 O'Clock — Ñandú, 東京!"), [
    "it",
    "s",
    "3",
    "o",
    "clock",
    "ñandú",
    "東京",
  ]));

test("terms are stems without what carries no subject", () =>
  assert.deepEqual(listTerms("The bakers were baking, you know, bread."), ["baker", "bake", "bread"]));

test("what is no English word stays as it is", () => assert.equal(stemWord("ñandúes"), "ñandúes"));
