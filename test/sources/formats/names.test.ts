import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isNotSpeaker,
  looksLikeName,
  namesBreak,
  namesJingle,
  tidyName,
} from "../../../src/sources/formats/names.ts";

test("knows names from phrases", () => {
  assert.ok(looksLikeName("J. de la Cruz (Acme)"));
  assert.ok(!looksLikeName("Next steps"));
});

for (const name of [
  "Ana Ruiz (she/her)",
  "Dr. O'Neil-Smith (guest)",
  "Ben Cho [Acme]",
  "Jeanne d'Arc",
  "Ana\u00A0Ruiz",
  "Ana 🌟",
  "Speaker #1",
  "Ben Cho @ Acme",
  "+1 415-555-0100",
  "山田 太郎",
  "דנה",
])
  test(`takes ${JSON.stringify(name)} for a name`, () => assert.ok(looksLikeName(name)));

for (const text of [
  "March 23, 2026",
  "Step 1",
  "Pros",
  "Note (important)",
  "+ more",
  "the thing",
  "look @ this",
])
  test(`negative control: ${text} is no name`, () => assert.ok(!looksLikeName(text)));

test("what is not seen is no part of a name, and joiners are", () => {
  assert.equal(tidyName("\u200EAna\u00A0 Ruiz\u200B"), "Ana Ruiz");
  assert.equal(tidyName("علی\u200Cرضا"), "علی\u200Cرضا");
});

test("knows breaks and headings of notes", () => {
  assert.ok(namesBreak("Break") && namesBreak("Ad") && !namesBreak("Adam"));
  assert.ok(isNotSpeaker("Goal") && !isNotSpeaker("Ana"));
});

test("a jingle has a voice that is not of the talk", () =>
  assert.ok(namesJingle("Jingle") && !namesJingle("Jo")));
