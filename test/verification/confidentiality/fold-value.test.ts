import assert from "node:assert/strict";
import { test } from "node:test";
import {
  foldFigure,
  foldName,
  hashValue,
  readAmount,
} from "../../../src/verification/confidentiality/fold-value.ts";

test("a name is the same in a slug, with accents and with a possessive", () => {
  assert.deepEqual(foldName("María Hällgren’s"), ["maria", "hallgren"]);
  assert.deepEqual(foldName("maria-hallgren"), ["maria", "hallgren"]);
});

test("an amount is the same in every way of writing it", () => {
  const forms = [
    "$1.2 million",
    "1,200,000 dollars",
    "EUR 1.200.000",
    "one point two million dollars",
    "1200k",
  ];
  assert.deepEqual(new Set(forms.map((form) => readAmount(form.toLowerCase()))), new Set([1_200_000]));
  assert.equal(readAmount("four hundred and twenty thousand dollars"), 420_000);
  assert.equal(readAmount("a hundred bucks"), 100);
  assert.equal(readAmount("1,234.50"), 1234.5);
  assert.equal(readAmount("dollars"), null);
});

test("addresses and telephone numbers are the same in every way of writing them", () => {
  assert.equal(foldFigure("email", "li dot na at brellow dot com"), foldFigure("email", "Li.Na@brellow.com"));
  assert.equal(foldFigure("url", "https://www.brellow.com/"), foldFigure("url", "brellow.com"));
  assert.equal(foldFigure("phone", "(030) 901-820"), foldFigure("phone", "030 901 820"));
});

test("a hash is of one repository", () => {
  assert.equal(hashValue("1", "hallgren"), hashValue("1", "hallgren"));
  assert.notEqual(hashValue("1", "hallgren"), hashValue("2", "hallgren"));
});
