import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "../../../src/verification/confidentiality/collect-secrets.ts";
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
