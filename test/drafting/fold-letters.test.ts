import assert from "node:assert/strict";
import { test } from "node:test";
import { foldLetters } from "../../src/drafting/fold-letters.ts";

test("letters with marks, and those that are of one piece, are letters of ASCII", () =>
  assert.equal(foldLetters("Søren KJÆRGÅRD, Łódź, Straße, İ"), "soren kjaergard, lodz, strasse, i"));
