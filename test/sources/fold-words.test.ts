import assert from "node:assert/strict";
import { test } from "node:test";
import { foldWords } from "../../src/sources/fold-words.ts";

test("folds typography, escapes, case and white space", () => {
  assert.deepEqual(foldWords("It’s \\*not\\* —\n “Done”…"), ["its", "not", "done"]);
  assert.deepEqual(foldWords("it's not done"), ["its", "not", "done"]);
});

test("keeps other words, figures and their units", () => {
  assert.notDeepEqual(foldWords("50%"), foldWords("50"));
  assert.notDeepEqual(foldWords("can"), foldWords("can't"));
});
