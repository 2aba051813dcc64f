import assert from "node:assert/strict";
import { test } from "node:test";
import { shortenSentence } from "../../../src/sources/ranking/shorten-sentence.ts";

test("fillers, false starts and openings go, the words that stay keep their order", () => {
  assert.equal(shortenSentence("Um, so the the oven, you know, is uh cold."), "The oven is cold.");
  assert.equal(shortenSentence("Yeah, well, we we could could wait."), "We could wait.");
});

test("negative control: a plain sentence is left alone", () => {
  for (const text of ["The oven is cold.", "Andes and Soweto are far."])
    assert.equal(shortenSentence(text), text);
});

test("nothing but fillers leaves nothing", () => assert.equal(shortenSentence("Um, uh, yeah."), ""));

test("a long run of repeats takes no longer than its length asks", () => {
  assert.equal(shortenSentence("the ".repeat(20_000)), "The");
});
