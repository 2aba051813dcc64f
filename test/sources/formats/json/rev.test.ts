import assert from "node:assert/strict";
import { test } from "node:test";
import { Rev, readRev } from "../../../../src/sources/formats/json/rev.ts";

const text = (value: string, ts: number) => ({ type: "text", value, ts, end_ts: ts + 0.5 });
const mark = (value: string) => ({ type: "punct", value });

test("elements and spans are put together as they are written", () => {
  const elements = [
    text("Well", 1),
    mark(", "),
    text("twenty", 2),
    mark("-"),
    text("one", 3),
    mark("."),
    mark(" "),
    text("Yes", 4),
    mark("?"),
  ];
  const read = (file: object) => readRev(Rev.parse(file));
  const { segments, units } = read({
    monologues: [
      { speaker: 0, elements },
      { speaker: 1, elements: [text("Ok", 9)] },
    ],
  });
  assert.deepEqual(
    segments.map(({ speaker, text: words }) => [speaker, words]),
    [
      ["Speaker 0", "Well, twenty-one."],
      ["Speaker 0", "Yes?"],
      ["Speaker 1", "Ok"],
    ],
  );
  assert.equal(units, 2);
  const named = read({
    speakers: [{ id: 0, name: "Ana" }],
    monologues: [{ speaker: 0, spans: [{ value: "Hi", ts: 1, endTs: 2 }] }],
  });
  assert.deepEqual([named.segments[0]?.speaker, named.segments[0]?.endMs], ["Ana", 2000]);
});

test("an element without a value costs itself", () => {
  const { segments } = readRev(
    Rev.parse({ monologues: [{ speaker: 0, elements: [{ type: "punct" }, text("Ok", 9)] }] }),
  );
  assert.deepEqual(
    segments.map(({ text: said }) => said),
    ["Ok"],
  );
});
