import assert from "node:assert/strict";
import { test } from "node:test";
import { recogniseLabel } from "../../../src/sources/formats/recognise-label.ts";

const shapes: [string, string, number | null, string][] = [
  ["**Ana Ruiz:** Hello", "Ana Ruiz", null, "Hello"],
  ["**Ana Ruiz**: Hello", "Ana Ruiz", null, "Hello"],
  ["**Ana Ruiz:**", "Ana Ruiz", null, ""],
  ["[00:12:34] **Ana Ruiz:** Hello", "Ana Ruiz", 754_000, "Hello"],
  ["Ana Ruiz: Hello", "Ana Ruiz", null, "Hello"],
  ["[00:12:34] Ana Ruiz: Hello", "Ana Ruiz", 754_000, "Hello"],
  ["Ana Ruiz: 00:12:34", "Ana Ruiz", 754_000, ""],
  ["Ana Ruiz (00:12:34): Hello", "Ana Ruiz", 754_000, "Hello"],
  ["Ana Ruiz  12:34", "Ana Ruiz", 754_000, ""],
  ["[100:02] Ana Ruiz: Hello", "Ana Ruiz", 6_002_000, "Hello"],
  ["Ana Ruiz  101:03", "Ana Ruiz", 6_063_000, ""],
  ["\u200EAna\u00A0Ruiz: Hello", "Ana Ruiz", null, "Hello"],
  ["Ana Ruiz (she/her): Hello", "Ana Ruiz (she/her)", null, "Hello"],
  ["山田太郎：こんにちは。", "山田太郎", null, "こんにちは。"],
  ["**山田太郎：** こんにちは。", "山田太郎", null, "こんにちは。"],
  ["Speaker 1: Hello", "Speaker 1", null, "Hello"],
  ["**Mia B. Reed, Psy.D:** Hello", "Mia B. Reed, Psy.D", null, "Hello"],
];
for (const [line, name, startMs, rest] of shapes)
  test(`reads the label of ${line}`, () => {
    const label = recogniseLabel(line);
    assert.deepEqual([label?.name, label?.startMs, label?.rest], [name, startMs, rest]);
  });

for (const line of [
  "So here is the thing: it works",
  "https://example.org/a",
  "Just text",
  "**Bold** words",
  "Date: 4 March",
])
  test(`sees no label in ${line}`, () => assert.equal(recogniseLabel(line), null));
