import assert from "node:assert/strict";
import { test } from "node:test";
import { screenSurfaces } from "../../../../src/jobs/tasks/checking/screen-surfaces.ts";
import { hashValue } from "../../../../src/verification/confidentiality/fold-value.ts";
import { hashSecrets } from "../../../../src/verification/confidentiality/hashed-secrets.ts";
import { createClearances } from "../../../fixtures/clearances.ts";
import { secretsOf } from "../../../verification/confidentiality/secrets.ts";

const key = { repositoryId: "7", pullRequestNumber: 1 };
const by = { person: "editor", at: new Date(0) };
const kept = hashSecrets("7", secretsOf("Ana: We lost Vantaro and Okonkwo.", "Bo: Yes.", "Ana: Both."));
const say = (text: string) => ({
  surfaces: [{ place: "blog/a.md", text, hasLines: true }],
  isPublic: ["Field Notes"],
});

test("details keep their numbers from one push to the next, and what was released is only counted", async () => {
  const clearances = createClearances(kept);
  const numbersIn = async (text: string) => {
    const screened = await screenSurfaces({ clearances }, key, say(text));
    return [screened?.leaks.map(({ value, number }) => `F${number} ${value}`), screened?.released];
  };
  assert.deepEqual(await numbersIn("About Vantaro."), [["F1 vantaro"], 0]);
  assert.deepEqual(await numbersIn("About Okonkwo and Vantaro."), [["F2 okonkwo", "F1 vantaro"], 0]);
  await clearances.release(key, [hashValue("7", "vantaro")], by);
  assert.deepEqual(await numbersIn("About Okonkwo and Vantaro."), [["F2 okonkwo"], 1]);
  assert.deepEqual(await numbersIn("About nobody, in Field Notes."), [[], 0]);
});

test("a pull request from before hashes were kept cannot be screened", async () =>
  assert.equal(await screenSurfaces({ clearances: createClearances() }, key, say("Vantaro")), null));
