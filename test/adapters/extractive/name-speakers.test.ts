import assert from "node:assert/strict";
import { test } from "node:test";
import { createSpeakerNames } from "../../../src/adapters/extractive/name-speakers.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";

const transcript = parseTranscript(
  sourceOf(
    [
      "Ana Ruiz",
      "Ana Ruiz",
      "Leo Ruiz",
      "Mia Ito",
      "Speaker 1",
      "Psy, D.",
      "Nora B. Holm, Psy.D",
      "Otto Falk (Geth)",
      "Kim ML",
      "Rui St. Amand",
    ]
      .map((name) => `**${name}:** Words.`)
      .join("\n\n"),
  ),
);
const twice = (label: string) => {
  const name = createSpeakerNames([transcript]);
  return [name(label), name(label)];
};

test("in full at first, then by surname", () => assert.deepEqual(twice("Mia Ito"), ["Mia Ito", "Ito"]));

test("two of one surname keep their names", () =>
  assert.deepEqual(twice("Ana Ruiz"), ["Ana Ruiz", "Ana Ruiz"]));

test("a label that is no name stays as it is", () => {
  assert.deepEqual(twice("Speaker 1"), ["Speaker 1", "Speaker 1"]);
  assert.deepEqual(twice("Psy, D."), ["Psy, D.", "Psy, D."]);
});

test("a degree or a team in the label is not part of the name", () => {
  assert.deepEqual(twice("Nora B. Holm, Psy.D"), ["Nora B. Holm, Psy.D", "Holm"]);
  assert.deepEqual(twice("Otto Falk (Geth)"), ["Otto Falk (Geth)", "Falk"]);
  assert.deepEqual(twice("Rui St. Amand"), ["Rui St. Amand", "St. Amand"]);
  assert.deepEqual(twice("Kim ML"), ["Kim ML", "Kim ML"]);
});
