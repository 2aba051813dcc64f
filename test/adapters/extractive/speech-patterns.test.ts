import assert from "node:assert/strict";
import { test } from "node:test";
import {
  aboutTheShow,
  backReference,
  courtesy,
  expletive,
  falseStart,
  leansBack,
} from "../../../src/adapters/extractive/speech-patterns.ts";

test("knows courtesies, talk about the show and talk about talk", () => {
  assert.match("Welcome back", courtesy);
  assert.match("our sponsor", aboutTheShow);
  assert.match("as you said", backReference);
  for (const pattern of [courtesy, aboutTheShow, backReference])
    assert.doesNotMatch("A queue needs an owner", pattern);
});

test("knows what leans on the sentence before", () => {
  for (const text of ["And then", "That's why", "They left", "The other one", "Which is"])
    assert.match(text, leansBack);
  for (const text of ["Android phones", "Theory says", "Thatched roofs", "The owner"])
    assert.doesNotMatch(text, leansBack);
});

test("knows an empty it and a false start", () => {
  assert.match("It is important to rest", expletive);
  assert.doesNotMatch("It is red", expletive);
  assert.equal(falseStart.exec("But we do -- we begin")?.[0], "But we do -- ");
});
