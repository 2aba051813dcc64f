import assert from "node:assert/strict";
import { test } from "node:test";
import { describePassage, parsePassageId } from "../../src/sources/passage.ts";

const id = (
  firstUtterance: number,
  firstSentence: number | null,
  lastUtterance: number,
  lastSentence: number | null,
) => ({ source: "S2", firstUtterance, firstSentence, lastUtterance, lastSentence });
const place = { path: "x", firstLine: 1, lastLine: 1 };

test("what is written is read back", () => {
  for (const [a, b, c, d] of [
    [118, 2, 118, 2],
    [118, 2, 118, 4],
    [118, 2, 119, 1],
  ] as const) {
    const passage = { ...place, ...id(a, b, c, d), firstSentence: b, lastSentence: d };
    assert.deepEqual(parsePassageId(describePassage(passage)), id(a, b, c, d));
  }
});

for (const [written, expected] of [
  ["[S2:u118.2]", id(118, 2, 118, 2)],
  ["{{quote S2:u118.2-118.4}}", id(118, 2, 118, 4)],
  ["S2:u118.2-4", id(118, 2, 118, 4)],
  ["S2:u118.2-u118.4", id(118, 2, 118, 4)],
  ["S2:u118.2 – S2:u119.1", id(118, 2, 119, 1)],
  ["S2:u118", id(118, null, 118, null)],
] as const)
  test(`models write ${written}`, () => assert.deepEqual(parsePassageId(written), expected));

for (const written of [
  "",
  "u118.2",
  "S2:118.2",
  "S2:u118-120",
  "S2:u1.2 and S2:u3.4",
  "S2:u1.2-",
  "S2:u0x1.2",
])
  test(`is no id: '${written}'`, () => assert.equal(parsePassageId(written), undefined));
