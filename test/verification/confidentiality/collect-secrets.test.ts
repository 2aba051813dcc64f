import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, listKeys } from "../../../src/verification/confidentiality/collect-secrets.ts";
import { secretsOf } from "./secrets.ts";

test("values are collected in each form in which they may be written, and speakers are told from others", () => {
  const { values } = secretsOf(
    "Ana Ruiz: We lost Vantaro Freight for $1.2 million.",
    "Bo: Off the record, Ana, call +49 30 901 820-44.",
    "Ana Ruiz: Right.",
    "Bo: Yes.",
  );
  assert.deepEqual(
    [...values].map(([value, { kind, isSpeaker }]) => `${value}: ${kind}${isSpeaker ? ", speaker" : ""}`),
    [
      "ana ruiz: person, speaker",
      "anaruiz: person, speaker",
      "ruiz: person, speaker",
      "ana: person, speaker",
      "bo: person, speaker",
      "vantaro freight: name",
      "vantarofreight: name",
      "vantaro: name",
      "amount 1200000: money",
      "digits 90182044: phone",
    ],
  );
});

test("a name is known by its last telling word", () => {
  assert.equal(keyOf(["maria", "hallgren"]), "hallgren");
  assert.equal(keyOf(["hallgren"]), "hallgren");
  assert.equal(keyOf(["pacific", "standard"]), "pacific standard");
});

test("a value that somebody writes out is known under the form in which it is kept, whatever it is", () => {
  const { values } = secretsOf(
    "Ana: Vantaro paid $1.2 million. Write to Li.Na@brellow.com or +49 89 5550 1234.",
  );
  for (const written of ["Vantaro", "1,200,000 dollars", "li.na@brellow.com", "089 55501234"])
    assert.ok(
      listKeys(written).some((key) => values.has(key)),
      written,
    );
  assert.ok(!listKeys("1.3 million").some((key) => values.has(key)));
});
