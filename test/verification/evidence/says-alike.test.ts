import assert from "node:assert/strict";
import { test } from "node:test";
import { foldWords } from "../../../src/sources/fold-words.ts";
import { saysAlike } from "../../../src/verification/evidence/says-alike.ts";

const check = (words: string, former: string) => saysAlike(foldWords(words), foldWords(former));

const others: [string, string, string][] = [
  ["another company", "Globex doubled its revenue.", "Acme doubled its revenue."],
  ["another person", "Ben cut the price.", "Ana cut the price."],
  ["another month", "They paid in April.", "They paid in March."],
  ["another number", "It took ninety hours.", "It took nineteen hours."],
  ["a denial", "It did not work.", "It did work."],
  ["an opposite", "Sales decreased.", "Sales increased."],
  ["another opposite", "It got slower.", "It got faster."],
  ["a name more", "It worked, says Globex.", "It worked."],
];
for (const [what, words, former] of others)
  test(`${what} makes another statement`, () => assert.equal(check(words, former), false));

test("negative control: a mended spelling, other small words, an order", () => {
  assert.ok(check("We receive the orders.", "We recieve the orders."));
  assert.ok(check("The plan was to grow with much care.", "The plan was to grow with care."));
  assert.ok(
    check("Before the winter they came, after the strike.", "After the strike they came, before the winter."),
  );
  assert.ok(check("We doubled revenue.", "Acme doubled revenue."));
});
