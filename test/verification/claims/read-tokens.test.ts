import assert from "node:assert/strict";
import { test } from "node:test";
import { readTokens, stem } from "../../../src/verification/claims/read-tokens.ts";

const words = (text: string) =>
  readTokens(text)
    .map(({ word }) => word)
    .join(" ");

for (const [written, read] of [
  ["I don't, can’t, won't and cannot.", "i do not can not will not and can not"],
  ["they dont and doesn't and does'nt", "they do not and does not and does not"],
  ["gonna dunno", "going to do not know"],
  ["We've 40 percent, I'm sure", "we have 40 % i am sure"],
  ["Mara's queue", "mara queue"],
  ["a constructor's valueOf", "a constructor valueof"],
  ["$2,500.50 at 5:30pm", "$ 2,500.50 at 5:30 pm"],
] as const)
  test(`written out: ${written}`, () => assert.equal(words(written), read));

test("a name is a capital letter that no beginning of a sentence asks for", () => {
  const names = (text: string) =>
    readTokens(text)
      .filter(({ isName }) => isName)
      .map(({ word }) => word);
  assert.deepEqual(names("Then Mara met Linus. Nobody saw I'm OK."), ["mara", "linus"]);
  assert.deepEqual(names("API calls. GitHub answers."), ["api", "github"]);
  assert.deepEqual(names("It was late.They left .Then Mara slept."), ["mara"]);
  assert.deepEqual(names("She has a Ph.D and reads Node.js."), ["ph", "d", "node"]);
});

test("sentences, clauses and questions are numbered", () => {
  const tokens = readTokens("Is it on? It is, but late.");
  assert.deepEqual(
    tokens.map(({ sentence }) => sentence),
    [0, 0, 0, 1, 1, 1, 1],
  );
  assert.deepEqual(tokens.map(({ asks }) => asks).slice(2, 4), [true, false]);
  assert.notEqual(tokens[4]?.clause, tokens[5]?.clause);
});

test("irregular pasts have the stem of their verb", () => {
  assert.equal(stem("went"), stem("go"));
  assert.equal(stem("bought"), stem("buying"));
  assert.notEqual(stem("sent"), stem("sentence"));
});
