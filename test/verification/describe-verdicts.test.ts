import assert from "node:assert/strict";
import { test } from "node:test";
import { describeVerdicts } from "../../src/verification/describe-verdicts.ts";
import { hashClaim } from "../../src/verification/evidence/ledger.ts";

const describe = (...verdicts: Parameters<typeof describeVerdicts>[0]) =>
  describeVerdicts(
    verdicts,
    verdicts.map((_, at) => ({ place: `post, line ${at + 1}`, text: `Claim ${at}.` })),
  ).map(({ rule, severity, place, message }) => `${severity} ${rule}, ${place}: ${message}`);

test("what a judge says is advice: a warning or a note at the claim, never an error", () =>
  assert.deepEqual(describe("yes", "no", "not said"), [
    "warning judge-no, post, line 2: The language model, asked to judge, finds that the cited passages say something else: read them again.",
    "note judge-not-said, post, line 3: The language model, asked to judge, did not find this in the cited passages: read them again, or cite what it rests on.",
  ]));

test("what was not evaluated is said once, and is no verdict", () => {
  assert.deepEqual(describe("not evaluated", "yes", "not evaluated"), [
    "note judge-not-evaluated, the claims: 2 claims were not evaluated by the language model: no answer could be read, or none could be afforded.",
  ]);
  assert.match(describe("not evaluated").join(), /One claim was not evaluated/);
});

test("negative control: of claims that are said there is nothing to say", () =>
  assert.deepEqual(describe("yes", "yes"), []));

test("what a judge says of a claim names it, so that it stays with its sentences", () => {
  const claims = [{ place: "post, line 1", text: "It took nineteen hours." }];
  const [finding] = describeVerdicts(["no"], claims);
  assert.equal(finding?.sentence, hashClaim("it took NINETEEN hours"));
});
