import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestSpeakers } from "../../../src/verification/claims/nearest-speakers.ts";

const labels = ["Ana Ruiz", "Ben Ito", "Speaker 1"];

test("takes the name nearest before, in full or the surname", () => {
  assert.deepEqual(nearestSpeakers({ before: "Asked by Ben Ito, Ruiz said", after: "" }, labels), [
    "Ana Ruiz",
  ]);
});

test("takes the first name after when none stands before", () => {
  assert.deepEqual(nearestSpeakers({ before: "", after: "said Ito, not Ruiz" }, labels), ["Ben Ito"]);
});

test("a number is no surname, and no name is nobody", () => {
  assert.deepEqual(nearestSpeakers({ before: "1 said", after: "" }, labels), []);
  assert.deepEqual(nearestSpeakers({ before: "Speaker 1 said", after: "" }, labels), ["Speaker 1"]);
});

test("who is said to say it goes before who was named last", () => {
  const near = (text: string, after: string) =>
    nearestSpeakers({ text, before: "Ben Ito listened.", after }, labels);
  assert.deepEqual(near("One two,", " said Ana Ruiz."), ["Ana Ruiz"]);
  assert.deepEqual(near("One two,", " Ana said."), ["Ana Ruiz"]);
  assert.deepEqual(near("One two", ", Ana says."), ["Ana Ruiz"]);
  assert.deepEqual(near("One two.", " — Ana Ruiz"), ["Ana Ruiz"]);
});

test("negative control: what somebody says in the next sentence is not this", () => {
  assert.deepEqual(nearestSpeakers({ text: "One two.", before: "Ito:", after: " Ana said no." }, labels), [
    "Ben Ito",
  ]);
  assert.deepEqual(nearestSpeakers({ text: "One.", before: "Ito:", after: " He met Ana." }, labels), [
    "Ben Ito",
  ]);
});
