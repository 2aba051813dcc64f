import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ModelRuleInput } from "../../src/sandbox/model/rules.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { listPullRequests } from "../support/look.ts";
import { findInvented, goodAnswer, goodSteps, look, startModelFlow } from "../support/model-flow.ts";

const says = (step: string, content: string | Record<string, unknown>): ModelRuleInput => ({
  when: { step },
  answer: { content },
});

const paragraph = (text: string, passages: readonly string[], quote: string | null = null) => ({
  paragraphs: [{ claims: [{ text, passages }], quote }],
});

test("what a model invents reaches no post, however often it insists", async (t) => {
  const { draft } = await startModelFlow(t);
  const inventions = [
    ["in quotation marks", paragraph("Brandt said “we lied to every single customer”.", ["S1:u4.1"])],
    ["as an unknown reference", paragraph("They lied to every customer.", ["S1:u999.1"], "S9:u1.1")],
    ["without a reference", paragraph("They lied to every customer.", [])],
  ] as const;
  for (const [name, content] of inventions)
    await t.test(name, async () => {
      const { post, pullRequest, steps } = await draft(says("section 1", content));
      assert.ok(pullRequest);
      assert.doesNotMatch(post + pullRequest.body, /\blied\b/);
      assert.deepEqual(findInvented(post), []);
      assert.deepEqual(steps, ["plan", "section 1", ...goodSteps.slice(1)]);
    });
  await t.test("negative control: in words of its own, with a passage, it does stand", async () => {
    const lied = paragraph("They lied to every customer.", ["S1:u4.1"]);
    const { post } = await draft(says("section 1", lied), says("repair section 1", lied));
    assert.match(post, /\blied\b/);
  });
});

test("nor does it in title, hook, angle or announcement, whatever marks or addresses it uses", async (t) => {
  const { draft } = await startModelFlow(t);
  const plan = goodAnswer("plan");
  const words =
    "Brandt: 'the customers' money is gone, we lied to everybody'. Read bit.ly/lied, @lied. {{ site.lied }}";
  const bad = [
    { ...plan, title: words, hook: words },
    { ...plan, angle: "Brandt said ´we lied to all of our customers´." },
    { ...plan, hook: "Brandt admits that he lied about the payroll.", hookPassages: [] },
  ];
  for (const content of bad) {
    const { post, pullRequest } = await draft(
      says("plan", content),
      says("section 1", {
        paragraphs: [
          {
            claims: ["Brandt said ‘we lied", "to all of our customers’ for years."].map((text) => ({
              text,
              passages: ["S1:u4.1"],
            })),
            quote: null,
          },
        ],
      }),
      says("announcement", { paragraphs: [{ text: words, passages: ["S1:u4.1"] }] }),
    );
    assert.ok(pullRequest);
    assert.doesNotMatch(
      pullRequest.body + pullRequest.title,
      /[‘´'"](?:the customers|we lied)|bit\.ly|site\.lied|payroll/,
    );
    assert.doesNotMatch(post, /[‘´'"](?:the customers|we lied)|bit\.ly|@lied|site\.lied|payroll/);
  }
});

const nonsense = [
  ["plan", ["plan", "plan", "plan"]],
  ["section 2", ["plan", "section 1", "section 2", "section 2", "section 2"]],
] as const;

test("three useless answers end in one sentence, and nothing is half made", async (t) => {
  const { flow, draft } = await startModelFlow(t);
  for (const [step, expected] of nonsense)
    await t.test(step, async () => {
      const { answers, steps } = await draft(says(step, "I would rather not use JSON."));
      assert.deepEqual(steps, expected);
      assert.equal(answers.length, 1);
      assert.match(
        answers[0] ?? "",
        new RegExp(
          `^Nothing was drafted: the language model gave no usable answer to step "${step}", 3 times\\. Write \`/draft\` to try again; the log of this Galley has it under \`[0-9a-f-]{36}\`\\.$`,
        ),
      );
      assert.deepEqual(await listPullRequests(flow), []);
    });
  assert.ok(!flow.requests().some(({ operation }) => operation.startsWith("Open")));
});

const beforeJudge = goodSteps.slice(0, -1);

test("a post without an announcement of the model's is announced with its hook and angle", async (t) => {
  const { draft } = await startModelFlow(t);
  const plain =
    /^linkedin: \|-\n {2}A recovery plan .+\n\n {2}A recovery time is a promise .+\n\n {2}Read it here: /m;
  await t.test("it answers nonsense", async () => {
    const { post, steps } = await draft(says("announcement", "I would rather not use JSON."));
    assert.deepEqual(steps, [...beforeJudge, "announcement", "announcement", "judge"]);
    assert.match(post, plain);
  });
  await t.test("its host stays away", async () => {
    const { post, steps } = await draft({ when: { step: "announcement" }, answer: { fault: "error" } });
    assert.deepEqual(steps, [...beforeJudge, "announcement", "announcement", "announcement", "judge"]);
    assert.match(post, plain);
  });
  await t.test("nothing is left to spend on it", async () => {
    const dear = { content: goodAnswer("section 4"), tokens: { prompt: 58_000, completion: 0 } };
    const { post, steps } = await draft({ when: { step: "section 4" }, answer: dear });
    assert.deepEqual(steps, goodSteps.slice(0, -2));
    assert.match(post, plain);
  });
  await t.test("negative control: the model's own goes out where it has one", async () => {
    const { post } = await draft();
    assert.doesNotMatch(post, plain);
    assert.match(post, /^linkedin: \|-\n {2}A recovery plan .+\n\n {2}Tomasz Brandt's first drill /m);
  });
});

test("a host that refuses is told in one sentence, after one request", async (t) => {
  const { flow, draft } = await startModelFlow(t);
  const { answers, steps } = await draft({ answer: { fault: "error", status: 501 } });
  assert.match(
    answers[0] ?? "",
    /^Nothing was drafted: the language model's host refused step "plan" with status 501\. Write/,
  );
  assert.deepEqual(steps, ["plan"]);
  assert.ok(flow.app().lines.some(({ msg }) => msg === "The language model was of no use"));
});

const withLimit = (tokens: number) => {
  const path = ".github/galley.yml";
  return { ...demoFiles, [path]: `${demoFiles[path]}\nlimits: { tokensPerDraft: ${tokens} }\n` };
};

async function checkBudget(t: TestContext, limit: number, steps: readonly string[], cost?: number) {
  const { flow, draft } = await startModelFlow(t, withLimit(limit));
  const tokens = cost === undefined ? undefined : { prompt: cost, completion: 0 };
  const drafted = await draft({
    when: { step: "plan" },
    answer: { content: goodAnswer("plan"), ...(tokens ? { tokens } : {}) },
  });
  assert.deepEqual(drafted.steps, steps);
  return { ...drafted, pullRequests: await listPullRequests(flow) };
}

test("a draft over the budget is one sentence, and no request is sent", async (t) => {
  const { answers, pullRequests } = await checkBudget(t, 1000, []);
  assert.deepEqual(answers, [
    "This draft would need more than the 1000 tokens that limits.tokensPerDraft allows: name fewer sources, or allow more in .github/galley.yml.",
  ]);
  assert.deepEqual(pullRequests, []);
});

test("a budget that the plan has used up sends no request for a section", async (t) => {
  const { answers } = await checkBudget(t, 25_000, ["plan"], 24_000);
  assert.match(answers[0] ?? "", /more than the 25000 tokens/);
});

test("what an attempt spent that failed is spent for the next one", async (t) => {
  const { draft } = await startModelFlow(t);
  const plan = { when: { step: "plan" } };
  const { answers, asked } = await draft(
    { ...plan, answer: { content: "nonsense", tokens: { prompt: 40_000, completion: 0 } }, times: 1 },
    { ...plan, answer: { fault: "error" }, times: 4 },
    { ...plan, answer: { content: "nonsense", tokens: { prompt: 40_000, completion: 0 } } },
  );
  assert.match(answers[0] ?? "", /more than the 60000 tokens/);
  assert.deepEqual(
    asked.map(({ status }) => status),
    [200, 500, 500, 500, 500, 200],
  );
});

test("negative control: the same budget is enough when the plan costs what it should", async (t) => {
  const { pullRequests } = await checkBudget(t, 25_000, goodSteps);
  assert.equal(pullRequests.length, 1);
});

for (const moment of ["before", "acted"] as const)
  test(`killed at the second section (${moment}), what was saved is not asked for again`, async (t) => {
    const { flow } = await startModelFlow(t);
    flow.sandbox.model.script(goodSteps.map((step) => says(step, goodAnswer(step))));
    const killed = Promise.withResolvers<void>();
    const leave = flow.sandbox.model.intercept(async (at) => {
      if (at.moment !== moment || !at.request.text.includes("Step: section 2")) return;
      leave();
      await flow.app().kill();
      killed.resolve();
    });
    const { number } = await flow.command(demoIssue);
    await killed.promise;
    await flow.restart();
    await flow.ended("draft");
    const { steps, pullRequest } = await look(flow, number);
    assert.deepEqual(steps, [
      "plan",
      "section 1",
      "section 2",
      "section 2",
      "section 3",
      "section 4",
      "announcement",
      "judge",
    ]);
    assert.match(pullRequest?.body ?? "", /^\*\*Written by\*\* `scripted`: \d+ tokens in/m);
    assert.equal((await listPullRequests(flow)).length, 1);
  });
