import assert from "node:assert/strict";
import { test } from "node:test";
import { isNotSpeaker, looksLikeName, namesBreak, namesJingle } from "../../../src/sources/formats/names.ts";

test("knows names from phrases", () => {
  assert.ok(looksLikeName("J. de la Cruz (Acme)"));
  assert.ok(!looksLikeName("Next steps"));
});

test("knows breaks and headings of notes", () => {
  assert.ok(namesBreak("Break") && namesBreak("Ad") && !namesBreak("Adam"));
  assert.ok(isNotSpeaker("Goal") && !isNotSpeaker("Ana"));
});

test("a jingle has a voice that is not of the talk", () =>
  assert.ok(namesJingle("Jingle") && !namesJingle("Jo")));
