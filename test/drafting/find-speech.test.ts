import assert from "node:assert/strict";
import { test } from "node:test";
import { createSpeechFinder } from "../../src/drafting/find-speech.ts";

const isSpeech = createSpeechFinder(["Ana Ruiz", "Bo Lind (Acme)", "Speaker 1"]);

test("words that are shown as somebody's own are speech", () => {
  for (const text of [
    "Ana Ruiz: We lied.",
    "Bo: we lied.",
    "Speaker 1: We lied.",
    "Lind (Acme): We lied.",
    "We lied. — Ana Ruiz",
    "We lied! – Lind.",
    "Ana once said: we lied.",
    "As Bo Lind puts it: we lied.",
    "She said, quote, we lied, end quote.",
  ])
    assert.ok(isSpeech(text), text);
});

test("negative control: what is told of somebody is none", () => {
  for (const text of [
    "Ana Ruiz says that two things matter.",
    "Pricing: it fell by half.",
    "One thing matters — Ana Ruiz knows it.",
    "What mattered to Ana: nothing.",
    "Banana: a fruit.",
    "Nobody could say it better than Bo.",
    "Speaker 12: the last one.",
  ])
    assert.ok(!isSpeech(text), text);
});

test("two thousand characters of names are read in time", () =>
  assert.ok(!isSpeech("Ana said ".repeat(5_000))));
