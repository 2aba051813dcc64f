import assert from "node:assert/strict";
import { test } from "node:test";
import { askJudge } from "../../src/drafting/ask-judge.ts";
import type { Claim } from "../../src/drafting/draft.ts";
import { createScriptedModel } from "../fixtures/scripted-model.ts";
import { budgetOf, requestOf, resolve } from "./scripts.ts";

const { signal } = new AbortController();
const quotation: Claim = {
  text: "Retries are where most teams get hurt.",
  passages: [resolve("S1:u6.1")],
};
const claims: Claim[] = [
  { text: "One promise comes first.", passages: [resolve("S1:u4.2")] },
  quotation,
  { text: "Retries never hurt.", passages: [resolve("S1:u6.1")] },
  { text: "Most teams use Kafka.", passages: [resolve("S1:u6.2")] },
];

async function judge(verdicts: readonly string[], asked = claims, tokens = 60_000) {
  const scripted = createScriptedModel({ judge: [{ verdicts }] });
  const budget = budgetOf(tokens);
  const said = await askJudge(scripted.model, requestOf(), asked, { budget, signal });
  return { said, asked: scripted.asked, used: budget.used() };
}

test("one request asks for all claims that are no quotation, with what was said and nothing else", async () => {
  const { said, asked, used } = await judge(["1 yes", "2: No.", "3 = not said"]);
  assert.deepEqual(said, ["yes", "yes", "no", "not said"]);
  assert.deepEqual(used, { promptTokens: 1000, completionTokens: 100 });
  assert.equal(asked.length, 1);
  assert.equal(
    asked[0]?.user,
    `<<<CLAIMS
SAID [Mara Lindqvist] The promise that matters is that a message which was acknowledged is never lost.
1. One promise comes first.

SAID [Mara Lindqvist] Retries are where most teams get hurt.
2. Retries never hurt.

SAID [Mara Lindqvist] A retry without a limit turns one broken message into an outage, because every worker picks up the same poison again and again.
3. Most teams use Kafka.
>>>CLAIMS

Judge every sentence.`,
  );
});

test("what cannot be read of the answer is not evaluated, and is no yes", async () => {
  const { said } = await judge(["1 yes", "2 perhaps", "all of it is true", "9 no", "yes"]);
  assert.deepEqual(said, ["yes", "yes", "not evaluated", "not evaluated"]);
});

test("a claim of which two things are said is not evaluated, whichever comes last", async () => {
  const { said } = await judge(["1 no", "1 yes", "1 yes", "2 no", "2 no", "3 not said", "0 yes", "77 yes"]);
  assert.deepEqual(said, ["not evaluated", "yes", "no", "not said"]);
});

test("what cannot be afforded is not asked", async () => {
  const { said, asked } = await judge(["1 no"], claims, 300);
  assert.deepEqual(said, ["not evaluated", "yes", "not evaluated", "not evaluated"]);
  assert.deepEqual(asked, []);
});

test("quotations alone are no question", async () => {
  const { said, asked } = await judge([], [quotation]);
  assert.deepEqual(said, ["yes"]);
  assert.deepEqual(asked, []);
});

test("of a post of hundreds of claims the first are judged", async () => {
  const many = Array.from({ length: 100 }, () => ({
    text: "One promise comes first.",
    passages: [resolve("S1:u4.2")],
  }));
  const { said } = await judge(
    many.map((_, at) => `${at + 1} no`),
    many,
  );
  assert.deepEqual([said[79], said[80]], ["no", "not evaluated"]);
});
