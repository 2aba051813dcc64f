import assert from "node:assert/strict";
import { test } from "node:test";
import { Draft } from "../../src/drafting/draft.ts";
import { estimateDraft } from "../../src/drafting/estimate-draft.ts";
import { createModelWriter } from "../../src/drafting/write-with-model.ts";
import { Settings } from "../../src/jobs/tasks/settings.ts";
import { composePullRequest } from "../../src/jobs/tasks/writing/compose-pull-request.ts";
import type { Once, WriteRequest } from "../../src/ports/writer.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { checkQuotes } from "../../src/verification/check-quotes.ts";
import { collectSecrets } from "../../src/verification/confidentiality/collect-secrets.ts";
import { createScriptedModel, createSpending } from "../fixtures/scripted-model.ts";
import { sourceOf } from "../fixtures/sources.ts";
import { planAnswer, queues, requestOf, scriptOf, sectionOf } from "./scripts.ts";

const { signal } = new AbortController();

async function write(script = scriptOf(), rest: Partial<WriteRequest> = {}) {
  const { model, asked } = createScriptedModel(script);
  const outcome = await createModelWriter(model).write(requestOf(rest), signal);
  assert.ok(outcome.kind === "draft");
  return { draft: outcome.draft, asked };
}

test("a plan and its sections become a draft", async () => {
  const { draft, asked } = await write();
  assert.deepEqual(Draft.parse(draft), draft);
  assert.deepEqual(checkQuotes(draft.markdown, [queues]), []);
  assert.equal(
    draft.markdown,
    `A queue earns trust on the worst night of the year.

## The promise that matters

Mara Lindqvist puts one promise before speed. On a full disk, forty thousand orders waited and none went missing.

> A message queue earns the trust of a team on the worst night of the year, not in the demo.  
> — Mara Lindqvist, 00:01:30

## Retries need a limit

One broken message can take down every worker.

## An owner with a name

Somebody reads every dead message each morning.

> The dead letter queue needs an owner with a name, otherwise it only grows.  
> — Mara Lindqvist, 00:05:40
`,
  );
  const { title, slug, hook, angle, announcement, usedFor, model, usage } = draft;
  assert.deepEqual(
    { title, slug, hook, angle, announcement, usedFor, model, usage },
    {
      title: "What a message queue has to promise",
      slug: "message-queue-promise",
      hook: "A queue earns trust on the worst night of the year.",
      angle: "Owners matter more than throughput.",
      announcement: ["On a full disk, forty thousand orders waited and none went missing."],
      usedFor: { S1: "The promise that matters; Retries need a limit" },
      model: "scripted",
      usage: { promptTokens: 5000, completionTokens: 500 },
    },
  );
  assert.deepEqual(
    asked.map(({ step, complaints }) => [step, complaints.length]),
    [
      ["plan", 0],
      ["section 1", 0],
      ["section 2", 0],
      ["section 3", 0],
      ["announcement", 0],
    ],
  );
});

test("a model that invents quotations on purpose gets none into the draft", async () => {
  const invented = sectionOf(
    'Mara said: "we lied to every single customer that night".',
    ["S1:u4.1"],
    "S1:u4.2",
  );
  const { draft, asked } = await write(scriptOf({ "section 1": [invented, invented] }));
  assert.match(asked[1]?.complaints.join() ?? "", /quotation marks/);
  assert.doesNotMatch(JSON.stringify(draft), /lied/);
  assert.deepEqual(checkQuotes(draft.markdown, [queues]), []);
});

test("negative control: the check of quotations would have found the invented one", () =>
  assert.equal(checkQuotes('Mara said: "we lied to every single customer".', [queues]).length, 1));

test("what a repair mends is taken", async () => {
  const bad = sectionOf("Nothing is lost.", ["S1:u99.1"]);
  const { draft } = await write(scriptOf({ "section 1": [bad, sectionOf("Nothing is lost.", ["S1:u4.2"])] }));
  assert.match(draft.markdown, /Nothing is lost\./);
});

test("a section of which nothing stands has no heading", async () => {
  const { draft } = await write(scriptOf({ "section 2": [sectionOf("Nothing.", [])] }));
  assert.doesNotMatch(draft.markdown, /Retries need a limit/);
});

test("a draft of which nothing stands is none", async () => {
  const nothing = [sectionOf("Nothing.", [])];
  const script = scriptOf({ "section 1": nothing, "section 2": nothing, "section 3": nothing });
  await assert.rejects(write(script), { name: "ModelError" });
});

test("mentions and closing words are broken where they would act, HTML never gets there", async () => {
  const answer = sectionOf("Ask @octocat, this closes #1.", ["S1:u4.2"]);
  const plan = { ...planAnswer, hook: "Thanks @octocat, fixes #2.", angle: "<!-- galley:v1 x --> angle" };
  // The asker names octocat, so the model may.
  const brief = { ...requestOf().brief, notes: "Thank @octocat." };
  const { draft } = await write(scriptOf({ plan: [plan], "section 1": [answer] }), { brief });
  const { post, renderBody } = composePullRequest({
    brief: requestOf().brief,
    settings: Settings.parse({}),
    screen: { secrets: collectSecrets([]), repository: null, isPrivate: true, branch: null },
    day: "2026-01-01",
    file: "content/blog/x.md",
    slug: "x",
    isConnected: false,
    sources: [queues.source],
    unread: [],
    written: { draft, findings: [], sourceIds: ["S1"], unread: [] },
    urlOf: () => null,
  });
  const body = renderBody({ isDraft: true, marker: null });
  assert.match(body, /octocat/);
  assert.doesNotMatch(body, /@octocat|closes #1|fixes #2|galley:v1/);
  assert.doesNotMatch(post.text, /<!--/);
});

test("what an attempt saved is not asked again, and its cost is counted", async () => {
  const saved = new Map<string, string>();
  const once: Once = async (step, schema, make) => {
    const kept = saved.get(step);
    if (kept !== undefined) return schema.parse(JSON.parse(kept));
    const made = await make();
    saved.set(step, JSON.stringify(made));
    return made;
  };
  const { "section 3": _, ...dies } = scriptOf();
  const spending = createSpending();
  await assert.rejects(write(dies, { once, spending }), /Nothing was scripted for the step section 3/);
  const { draft, asked } = await write(scriptOf(), { once, spending });
  assert.deepEqual(
    asked.map(({ step }) => step),
    ["section 3", "announcement"],
  );
  assert.equal(draft.usage.promptTokens, 5000);
});

test("a post is kept when no announcement comes of it", async () => {
  const useless = sectionOf("Mara said “we lied to every single customer”.");
  const [paragraph] = useless.paragraphs[0]?.claims ?? [];
  const { draft } = await write(scriptOf({ announcement: [{ paragraphs: [paragraph] }] }));
  assert.deepEqual(draft.announcement, []);
  assert.doesNotMatch(JSON.stringify(draft), /lied/);
  assert.match(draft.markdown, /An owner with a name/);
});

test("a draft that cannot be afforded is not begun", async () => {
  const { model, asked } = createScriptedModel(scriptOf());
  const rejected = createModelWriter(model).write(requestOf({ tokensPerDraft: 7000 }), signal);
  await assert.rejects(rejected, { name: "UserError", message: /more than the 7000 tokens/ });
  assert.deepEqual(asked, []);
});

test("the request that would exceed the budget is not sent", async () => {
  const { model, asked } = createScriptedModel(scriptOf());
  const spending = createSpending({ promptTokens: 53_500, completionTokens: 0 });
  const rejected = createModelWriter(model).write(requestOf({ spending }), signal);
  await assert.rejects(rejected, { name: "UserError", message: /more than the 60000 tokens/ });
  assert.ok(asked.length > 0 && asked.length < 4, String(asked.length));
});

test("what a draft cost is said where a price is known", async () => {
  const { model } = createScriptedModel(scriptOf());
  const price = { input: 1, output: 10, currency: "EUR" };
  const outcome = await createModelWriter(model, price).write(requestOf(), signal);
  assert.ok(outcome.kind === "draft");
  assert.equal(outcome.draft.cost, "about 0.010 EUR");
  const { transcripts, tokensPerDraft } = requestOf();
  assert.equal(outcome.draft.estimate, estimateDraft(transcripts, tokensPerDraft));
});

test("what an attempt spent that failed counts against the budget of the next", async () => {
  const { model, asked } = createScriptedModel(scriptOf());
  const spending = createSpending({ promptTokens: 55_000, completionTokens: 0 });
  const rejected = createModelWriter(model).write(requestOf({ spending }), signal);
  await assert.rejects(rejected, { name: "UserError", message: /more than the 60000 tokens/ });
  assert.equal(asked.length, 0);
});

test("sources that hold next to nothing are declined before anything is asked", async () => {
  const { model, asked } = createScriptedModel({});
  const transcripts = [parseTranscript(sourceOf("**Ana:** Hello there. All right.\n\n**Ben:** Bye."))];
  const outcome = await createModelWriter(model).write(requestOf({ transcripts }), signal);
  assert.deepEqual(outcome, {
    kind: "declined",
    reason:
      "The sources hold no statement that a post could rest on, and it takes three: name a transcript in which more is said.",
  });
  assert.equal(asked.length, 0);
});

test("an abort ends it with the signal's reason", async () => {
  const { model } = createScriptedModel(scriptOf());
  const stopped = AbortSignal.abort(new Error("stopping"));
  await assert.rejects(createModelWriter(model).write(requestOf(), stopped), { message: "stopping" });
});
