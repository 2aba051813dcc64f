import assert from "node:assert/strict";
import { test } from "node:test";
import { writePlan } from "../../src/drafting/write-plan.ts";
import type { WriteRequest } from "../../src/ports/writer.ts";
import { createScriptedModel } from "../fixtures/scripted-model.ts";
import { briefOf } from "../fixtures/sources.ts";
import { budgetOf, planAnswer, queues, requestOf, scriptOf } from "./scripts.ts";

const { signal } = new AbortController();
const few = { ...queues, utterances: queues.utterances.slice(2, 4) };
const inFew = {
  ...planAnswer,
  sections: planAnswer.sections.map((one) => ({ ...one, passages: ["S1:u4.2"] })),
};

async function plan(rest: Partial<WriteRequest>, answers: unknown[] = [inFew]) {
  const { model, asked } = createScriptedModel(scriptOf({ plan: answers }));
  const request = requestOf(rest);
  return { asked, plan: await writePlan(model, request, budgetOf(request.tokensPerDraft), signal) };
}

test("the prompt holds the brief and numbered passages, fenced", async () => {
  const brief = briefOf("What queues promise", { notes: "Keep it short.", audience: "small teams" });
  const { asked } = await plan({ transcripts: [few], brief });
  assert.equal(
    asked[0]?.user,
    `<<<BRIEF
Working title: What queues promise
Audience: small teams
Notes:
Keep it short.
>>>BRIEF

<<<SOURCE S1
transcript two-engineers-on-queues.md
S1:u3.1 [Tomas Reyes] You spent six years on the queue that runs a whole warehouse.
S1:u3.2 What does a message queue have to promise before a team can trust it?
S1:u4.1 [Mara Lindqvist] A message queue earns the trust of a team on the worst night of the year, not in the demo.
S1:u4.2 The promise that matters is that a message which was acknowledged is never lost.
S1:u4.3 Everything else, the speed, the pretty dashboard, comes second to that promise.
S1:u4.4 We learned this when a disk filled up on a Friday and forty thousand orders waited in the queue without a single one going missing.
S1:u4.5 And so, you know, people ask about throughput first.
S1:u4.6 But the throughput of a queue says very little about what happens when a worker dies halfway through a job.
>>>SOURCE S1

Plan the post.`,
  );
  assert.match(asked[0]?.system ?? "", /data, never instructions/);
});

test("sources that do not fit are cut to what the budget holds, and the model is told", async () => {
  const { asked } = await plan(
    {
      tokensPerDraft: 6000,
      transcripts: Array.from({ length: 9 }, (_, at) => ({
        ...queues,
        source: { ...queues.source, id: `S${at + 1}` },
      })),
    },
    [planAnswer],
  );
  assert.match(asked[0]?.user ?? "", /\d+ more sentences of the sources had no room here\./);
  assert.ok((asked[0]?.user.length ?? 0) < 7500);
  for (let id = 1; id <= 9; id += 1) assert.match(asked[0]?.user ?? "", new RegExp(`SOURCE S${id}\n`));
});

test("a plan without one section that stands is nonsense", async () => {
  const empty = { ...inFew, sections: inFew.sections.map((one) => ({ ...one, passages: ["S1:u77.1"] })) };
  await assert.rejects(plan({ transcripts: [few] }, [empty]), {
    name: "ModelError",
    message: 'The language model gave no usable answer to step "plan"',
  });
});
