import assert from "node:assert/strict";
import { test } from "node:test";
import { findFigures } from "../../../src/verification/names/find-figures.ts";

function figuresIn(text: string): [string, string][] {
  return findFigures(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);
}

test("addresses, telephone numbers, money and long numbers are found by their form", () => {
  assert.deepEqual(
    figuresIn(
      "Write to li.na@brellow.example or call +49 30 901 820-44; see https://brellow.example/a?b=1, or brellow.io. The contract 4471-88213 is worth $1.2 million.",
    ),
    [
      ["email", "li.na@brellow.example"],
      ["phone", "+49 30 901 820-44"],
      ["url", "https://brellow.example/a?b=1"],
      ["url", "brellow.io"],
      ["phone", "4471-88213"],
      ["money", "$1.2 million"],
    ],
  );
});

test("money is found in words, and with its currency behind it", () => {
  assert.deepEqual(figuresIn("It cost four hundred and twenty thousand dollars, or 300.000 €, or EUR 40k."), [
    ["money", "four hundred and twenty thousand dollars"],
    ["money", "300.000 €"],
    ["money", "EUR 40k"],
  ]);
});

test("an address that was said aloud is one", () => {
  assert.deepEqual(figuresIn("mail me, li dot na at brellow dot com please"), [
    ["email", "li dot na at brellow dot com"],
  ]);
});

test("card, account and network numbers are numbers; days and spans of years are none", () => {
  assert.deepEqual(figuresIn("DE89370400440532013000, 4111 1111 1111 1111 and 10.0.0.12"), [
    ["number", "DE89370400440532013000"],
    ["phone", "4111 1111 1111 1111"],
    ["number", "10.0.0.12"],
  ]);
  assert.deepEqual(figuresIn("on 2026-11-21, in (2013-2017), at 10:45, for 3 of 12 people"), []);
});

test("what repeats for long is read to its end", () => {
  for (const part of ["a.", "two and ", "1,", "1.1 ", "a@", "dot at "])
    assert.ok(findFigures(part.repeat(20_000)).length < 20_000);
});
