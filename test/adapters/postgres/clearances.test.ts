import assert from "node:assert/strict";
import { test } from "node:test";
import { createClearances } from "../../../src/adapters/postgres/clearances.ts";
import { useDatabase } from "../../support/database.ts";

const clearances = createClearances(await useDatabase());
const by = { person: "editor", at: new Date("2026-05-05T00:00:00Z") };

test("what was found keeps its number, and what is found later gets the next", async () => {
  const key = { repositoryId: "7", pullRequestNumber: 1 };
  assert.deepEqual(await clearances.list(key), []);
  assert.equal(await clearances.loadSecrets(key), undefined);
  const findings = [
    { number: 1, hash: "a" },
    { number: 2, hash: "b" },
  ];
  await clearances.open(key, { secrets: { ab: "person" }, findings });
  await clearances.open(key, { secrets: {}, findings });
  assert.deepEqual(await clearances.loadSecrets(key), { ab: "person" });
  assert.deepEqual(
    (await clearances.number(key, ["b", "c"])).map(({ number, hash }) => `${number}${hash}`),
    ["1a", "2b", "3c"],
  );
  assert.deepEqual(await clearances.number({ ...key, pullRequestNumber: 2 }, ["c"]), [
    { number: 1, hash: "c", releasedBy: null },
  ]);
});

test("who released first stays, and only what is named is released", async () => {
  const key = { repositoryId: "7", pullRequestNumber: 3 };
  await clearances.number(key, ["a", "b"]);
  await clearances.release(key, ["a", "unknown"], by);
  await clearances.release(key, ["a"], { ...by, person: "another" });
  assert.deepEqual(
    (await clearances.list(key)).map(({ releasedBy }) => releasedBy),
    ["editor", null],
  );
});
