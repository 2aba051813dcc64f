import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "../../../src/verification/confidentiality/collect-secrets.ts";
import { secretsOf } from "./secrets.ts";

test("names and figures are collected with what they are, and speakers are told from others", () => {
  const { names, figures } = secretsOf(
    "Ana Ruiz: We lost Vantaro Freight for $1.2 million.",
    "Bo: Off the record, Ana, call +49 30 901 820-44.",
    "Ana Ruiz: Right.",
    "Bo: Yes.",
  );
  assert.deepEqual(
    names.map(({ key, kind, isSpeaker }) => [key, kind, isSpeaker]),
    [
      ["ruiz", "person", true],
      ["bo", "person", true],
      ["vantaro", "name", false],
      ["ana", "person", true],
    ],
  );
  assert.deepEqual(
    [...figures],
    [
      ["amount 1200000", "money"],
      ["digits 493090182044", "phone"],
    ],
  );
});

test("a name is known by its last telling word", () => {
  assert.equal(keyOf(["maria", "hallgren"]), "hallgren");
  assert.equal(keyOf(["hallgren"]), "hallgren");
  assert.equal(keyOf(["pacific", "standard"]), "pacific standard");
});
