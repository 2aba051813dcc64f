import assert from "node:assert/strict";
import { test } from "node:test";
import { findNoise } from "../../../src/sources/formats/find-noise.ts";

const talk = ["We moved it.", "It worked.", "Then we slept.", "Yes."];
const found = (texts: readonly string[], doubts?: Parameters<typeof findNoise>[1]) => [
  ...findNoise(texts, doubts),
];

test("a line over and over was not said over and over", () => {
  const texts = [...talk, ...talk, ...Array.from({ length: 6 }, () => "I'm sorry.")];
  assert.deepEqual(found(texts), [8, 9, 10, 11, 12, 13]);
});

test("Whisper's own doubt is believed", () => {
  assert.deepEqual(found(talk, [{}, { compression: 2.6 }, {}, {}]), [1]);
  assert.deepEqual(found(talk, [{}, {}, { logProbability: -1.2 }, {}]), [2]);
  assert.deepEqual(found(talk, [{ noSpeech: 0.8, logProbability: -0.7 }, {}, {}, {}]), [0]);
});

test("where most is made up, all of it is", () => {
  const doubt = { logProbability: -1.5 };
  assert.deepEqual(found(talk, [doubt, doubt, doubt, {}]), [0, 1, 2, 3]);
});

test("what recognisers hear in silence is known, where it is all there is", () => {
  assert.deepEqual(found(["Thanks for watching!"]), [0]);
  assert.deepEqual(found([...talk, "Thanks for watching!"]), []);
});

test("negative control: talk is not noise", () => {
  assert.deepEqual(
    found([...talk, "Yes.", "Yes.", "Yes."], [{ noSpeech: 0.55, logProbability: -0.2, compression: 1.6 }]),
    [],
  );
});
