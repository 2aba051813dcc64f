import assert from "node:assert/strict";
import { test } from "node:test";
import { agrees, type Quantity, readNumbers } from "../../../src/verification/claims/read-numbers.ts";
import { readTokens } from "../../../src/verification/claims/read-tokens.ts";

const read = (text: string) => readNumbers(readTokens(text));

for (const [written, ...values] of [
  ["forty thousand orders", 40_000],
  ["two hundred and fifty thousand", 250_000],
  ["twenty-five of 25", 25, 25],
  ["in twenty twenty-six", 2026],
  ["nineteen ninety-five", 1995],
  ["two and a half million", 2_500_000],
  ["2.5 million or 2,500,000", 2_500_000, 2_500_000],
  ["40k", 40_000],
  ["half a million", 500_000],
  ["the third of 3rd", 3, 3],
  ["one of them, one hundred", 100],
  ["two three four", 2, 3, 4],
  ["a dozen", 12],
] as const)
  test(`numbers in: ${written}`, () =>
    assert.deepEqual(
      read(written).map(({ value }) => value),
      values,
    ));

test("units, order and roughness are read", () => {
  const [share, money, order, time] = read("about 40 percent, $5, the second, at 5:30 pm");
  assert.deepEqual([share?.unit, share?.isRough], ["percent", true]);
  assert.equal(money?.unit, "money");
  assert.equal(order?.isOrdinal, true);
  assert.deepEqual([time?.unit, time?.value], ["time", 5.5]);
});

const agree = (claimed: string, said: string) =>
  agrees(read(claimed)[0] as Quantity, read(said)[0] as Quantity);

test("the same, however it is put", () => {
  for (const [claimed, said] of [
    ["40 %", "forty percent"],
    ["about 40 %", "39.6 percent"],
    ["half", "50 percent"],
    ["nearly 4000", "3,900"],
    ["17:30", "5:30"],
  ] as const)
    assert.ok(agree(claimed, said), claimed);
});

test("negative control: another number does not agree", () => {
  for (const [claimed, said] of [
    ["40", "60"],
    ["2025", "2026"],
    ["about 40", "60"],
    ["40", "42"],
    ["5:30", "5:35"],
    ["3 million", "3"],
  ] as const)
    assert.ok(!agree(claimed, said), claimed);
});
