import assert from "node:assert/strict";
import { test } from "node:test";
import { findLeaks } from "../../../src/verification/confidentiality/find-leaks.ts";
import {
  hashSecrets,
  openHashedSecrets,
  openSecrets,
} from "../../../src/verification/confidentiality/hashed-secrets.ts";
import { secretsOf } from "./secrets.ts";

const secrets = secretsOf(
  "Ana Ruiz: Vantaro Freight paid $1.2 million to Jonas M. Hallgren.",
  "Bo: Yes.",
  "Ana Ruiz: They did.",
);
const kept = hashSecrets("7", secrets);

test("what is kept holds no value", () => {
  assert.doesNotMatch(JSON.stringify(kept), /vantaro|hallgren|1200000|ruiz/i);
  assert.ok(Object.keys(kept).every((hash) => /^[0-9a-f]{16}$/.test(hash)));
});

test("a text is checked against what was kept, in the repository for which it was", () => {
  const text = "How vantaro-freight and Hallgren lost 1.2 million, says Ana Ruiz";
  const check = (repositoryId: string) =>
    findLeaks(
      [{ place: "announcement", text, hasLines: false }],
      openHashedSecrets(repositoryId, kept),
      [],
    ).map(({ value, kind, isSpeaker }) => [value, kind, isSpeaker]);
  assert.deepEqual(check("7"), [
    ["vantaro", "name", false],
    ["hallgren", "person", false],
    ["ruiz", "person", true],
    ["amount 1200000", "money", false],
  ]);
  assert.deepEqual(check("8"), []);
});

test("what was found by the words of the sources alone is found again by what is kept", () => {
  const told = secretsOf("Bo: so we went to brellow and li na with it", "Ana: and", "Bo: yes");
  const surfaces = [{ place: "post", text: "It was Brellow who paid Li Na.", hasLines: false }];
  const before = findLeaks(surfaces, openSecrets(told), []);
  assert.deepEqual(
    before.map(({ value }) => value),
    ["brellow", "li na"],
  );
  const again = findLeaks(surfaces, openHashedSecrets("7", hashSecrets("7", told, before)), []);
  assert.deepEqual(again, before);
  const late = [{ place: "post", text: "Then Brellow left.", hasLines: false }];
  assert.equal(findLeaks(late, openHashedSecrets("7", hashSecrets("7", told)), []).length, 1);
});
