import assert from "node:assert/strict";
import { test } from "node:test";
import { judgePlan } from "../../src/drafting/judge-plan.ts";
import { writeAnnouncement } from "../../src/drafting/write-announcement.ts";
import { PermanentError, RetryableError } from "../../src/errors.ts";
import { createScriptedModel } from "../fixtures/scripted-model.ts";
import { announcementAnswer, budgetOf, everything, planAnswer, requestOf } from "./scripts.ts";

const { signal } = new AbortController();
const { plan } = judgePlan(planAnswer, requestOf().brief, everything);
const passages = plan.sections[0]?.passages ?? [];
const claims = [{ text: "Nothing that was acknowledged is lost.", passages: [...passages] }];

async function write(answers: readonly unknown[], tokens = 60_000) {
  const { model, asked } = createScriptedModel({ announcement: answers });
  const budget = budgetOf(tokens);
  const written = await writeAnnouncement(model, requestOf(), { plan, claims }, { budget, signal });
  return { texts: written.map(({ text }) => text), asked, used: budget.used() };
}

const says = (text: string, ...ids: string[]) => ({ paragraphs: [{ text, passages: ids }] });

test("the model is shown the post's sentences with their passages, and its paragraphs rest on those", async () => {
  const { texts, asked, used } = await write([says("Nothing is lost.", "S1:u4.2")]);
  assert.deepEqual(texts, ["Nothing is lost."]);
  assert.match(asked[0]?.user ?? "", /^S1:u4\.2 Nothing that was acknowledged is lost\.$/m);
  assert.equal(used.promptTokens, 1000);
});

test("a passage that the post does not rest on is none", async () => {
  const { texts, asked } = await write([announcementAnswer]);
  assert.deepEqual(texts, []);
  assert.match(asked[0]?.complaints.join() ?? "", /"S1:u4\.4" is not among/);
});

test("nothing is asked when nothing is left to spend", async () => {
  const { texts, asked } = await write([says("Nothing is lost.", "S1:u4.2")], 100);
  assert.deepEqual([texts, asked], [[], []]);
});

/** The step with a model that ends so. */
function fail(thrown: Error, stop = signal) {
  const model = {
    name: "away",
    loadTokenCounter: async () => (text: string) => text.length,
    ask: () => Promise.reject(thrown),
  };
  const rest = { budget: budgetOf(60_000), signal: stop };
  return writeAnnouncement(model, requestOf(), { plan, claims }, rest);
}

test("a host that stays away costs the announcement and not the post", async () =>
  assert.deepEqual(await fail(new RetryableError("The host is away")), []));

test("a stop ends it, and so does what is no failure of the model", async () => {
  const stopped = AbortSignal.abort(new Error("stopping"));
  await assert.rejects(fail(new RetryableError("The host is away"), stopped), { message: "stopping" });
  await assert.rejects(fail(new PermanentError("superseded")), { message: "superseded" });
});
