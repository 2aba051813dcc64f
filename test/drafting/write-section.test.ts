import assert from "node:assert/strict";
import { test } from "node:test";
import { judgePlan } from "../../src/drafting/judge-plan.ts";
import { writeSection } from "../../src/drafting/write-section.ts";
import { createScriptedModel } from "../fixtures/scripted-model.ts";
import { budgetOf, everything, planAnswer, queues, requestOf, scriptOf, sectionOf } from "./scripts.ts";

const { signal } = new AbortController();

test("the prompt holds the plan, the section's passages and what was quoted", async () => {
  const { model, asked } = createScriptedModel(scriptOf());
  const request = requestOf({ transcripts: [{ ...queues, utterances: queues.utterances.slice(3, 6) }] });
  const { plan } = judgePlan(planAnswer, request.brief, everything);
  const budget = budgetOf(60_000);
  const place = {
    plan,
    at: 1,
    others: [{ blocks: [], claims: [], quoted: ["S1:u4.1"], answer: { paragraphs: [] } }],
  };
  const { blocks } = await writeSection(model, request, place, { budget, signal });
  assert.deepEqual(blocks, ["One broken message can take down every worker."]);
  assert.deepEqual(budget.used(), { promptTokens: 1000, completionTokens: 100 });
  assert.equal(asked[0]?.step, "section 2");
  assert.equal(
    asked[0]?.user,
    `<<<BRIEF
Working title: What queues promise
>>>BRIEF

<<<PLAN
Title: What a message queue has to promise
Angle: Owners matter more than throughput.
1. The promise that matters
2. Retries need a limit (this one)
3. An owner with a name

This section: Retries need a limit
Its point: Endless retries cause outages.
>>>PLAN

<<<SOURCE S1
transcript two-engineers-on-queues.md
S1:u4.1 [Mara Lindqvist] A message queue earns the trust of a team on the worst night of the year, not in the demo.
S1:u4.2 The promise that matters is that a message which was acknowledged is never lost.
S1:u4.3 Everything else, the speed, the pretty dashboard, comes second to that promise.
S1:u4.4 We learned this when a disk filled up on a Friday and forty thousand orders waited in the queue without a single one going missing.
S1:u4.5 And so, you know, people ask about throughput first.
S1:u4.6 But the throughput of a queue says very little about what happens when a worker dies halfway through a job.
S1:u5.1 [Tomas Reyes] [laughs] Right.
S1:u6.1 [Mara Lindqvist] Retries are where most teams get hurt.
S1:u6.2 A retry without a limit turns one broken message into an outage, because every worker picks up the same poison again and again.
S1:u6.3 Our rule was three attempts, then the message goes to a dead letter queue where a person looks at it in the morning. [unintelligible 00:04:54] and that was that.
>>>SOURCE S1

Quoted already, not to be quoted again: S1:u4.1

Write the section that is marked.`,
  );
});

test("a banned phrase goes back to the model once, and what it says then is taken", async () => {
  const wordy = sectionOf("One broken message can leverage an outage.", ["S1:u6.2"]);
  const plain = sectionOf("One broken message can cause an outage.", ["S1:u6.2"]);
  const { model, asked } = createScriptedModel(scriptOf({ "section 2": [wordy, plain] }));
  const request = requestOf({ banned: ["leverage"] });
  const { plan } = judgePlan(planAnswer, request.brief, everything);
  const place = { plan, at: 1, others: [] };
  const { blocks } = await writeSection(model, request, place, { budget: budgetOf(60_000), signal });
  assert.deepEqual(blocks, ["One broken message can cause an outage."]);
  assert.deepEqual(asked[0]?.complaints, [
    'paragraphs[0].claims[0].text uses the phrase "leverage", which this blog does not use; say it in another way.',
  ]);
});
