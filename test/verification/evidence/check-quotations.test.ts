import assert from "node:assert/strict";
import { test } from "node:test";
import { checkQuotations } from "../../../src/verification/evidence/check-quotations.ts";
import { listQuotations } from "../../../src/verification/evidence/list-quotations.ts";
import { talk } from "./talk.ts";

const check = (file: string) =>
  checkQuotations(listQuotations(file, {}), [talk]).map(({ state, passages, original }) =>
    [state, passages.map(({ firstLine }) => firstLine).join(), original?.text].filter(Boolean).join(" | "),
  );

const cases: [string, string, string[]][] = [
  ["word for word", "Maya Rey said “Nobody had restored from it once.”", ["kept | 1"]],
  [
    "with other typography, case, emphasis and an ellipsis",
    "> *We lost* the WHOLE weekend to a backup … nobody had restored from it once\n> — Maya Rey",
    ["kept | 1"],
  ],
  [
    "with another word",
    "> Nobody had tested from it once.\n> — Maya Rey",
    ["changed | Nobody had restored from it once."],
  ],
  [
    "with another number",
    "Rey said “It took five hours, and most of them went into waiting for people.”",
    ["changed | It took nineteen hours, and most of them went into waiting for people."],
  ],
  ["that nobody said", "> A backup is a promise to your future self.\n> — Maya Rey", ["unfound"]],
  ["of another speaker", "> Nobody had restored from it once.\n> — Ola Brandt", ["wrong"]],
  ["without its speaker", "> Nobody had restored from it once.", ["unproven"]],
  ["that both said, of one", "> You cannot buy your way out of that.\n> — Maya Rey", ["kept | 5,7"]],
  ["of three words, attributed", "Maya Rey called it “green for years”.", ["unproven"]],
  ["of three words, a term", "The so-called “green for years” backup.", []],
];
for (const [title, text, expected] of cases)
  test(`a quotation ${title}`, () => assert.deepEqual(check(text), expected));

test("our own text proves nothing: a quotation that stands twice in the post is as unfound as before", () => {
  const invented = "> A backup is a promise to your future self.\n> — Maya Rey";
  assert.deepEqual(check(`${invented}\n\nA backup is a promise to your future self.\n\n${invented}`), [
    "unfound",
    "unfound",
  ]);
});

test("without sources nothing is kept", () => {
  const [checked] = checkQuotations(
    listQuotations("> Nobody had restored from it once.\n> — Maya Rey", {}),
    [],
  );
  assert.equal(checked?.state, "unfound");
});
