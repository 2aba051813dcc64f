import assert from "node:assert/strict";
import { test } from "node:test";
import { listSingleMarks } from "../../src/drafting/single-marks.ts";

const describe = (line: string) =>
  listSingleMarks(line).map(({ at, opens, closes }) => `${at} ${opens ?? "-"}/${closes ?? "-"}`);

const cases: [string, string[]][] = [
  ["don't, O'Brien’s, aujourd'hui", ["25 maybe/-"]],
  ["'words' here", ["0 sure/-", "6 -/maybe"]],
  ["'word' here", ["0 sure/-", "5 -/sure"]],
  ["the users'.", ["9 -/likely"]],
  ["goin' home", ["4 -/maybe"]],
  ["'em and '90s", ["0 maybe/-", "8 maybe/-"]],
  ["5' tall", ["1 -/maybe"]],
  ["said'we lied", ["4 maybe/-"]],
  ["so. 'Then", ["4 sure/-"]],
  ["so.'Then", ["3 sure/sure"]],
  ["a ' b", ["2 sure/sure"]],
];
for (const [line, expected] of cases)
  test(`marks of ${line}`, () => assert.deepEqual(describe(line), expected));
