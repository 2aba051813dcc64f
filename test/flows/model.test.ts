import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelRuleInput } from "../../src/sandbox/model/rules.ts";
import { findPostPath } from "../support/look.ts";
import {
  type Asked,
  findInvented,
  goodAnswer,
  goodRules,
  goodSteps,
  startModelFlow,
} from "../support/model-flow.ts";

test("a model's draft becomes a pull request that names the model and what it cost", async (t) => {
  const { flow, draft } = await startModelFlow(t);
  const tokens = { prompt: 1000, completion: 100 };
  const rules = goodRules.map(({ when, answer }) => ({ when, answer: { ...answer, tokens } }));
  const { pullRequest, answers, post, steps } = await draft(...rules);
  assert.deepEqual(answers, ["The draft is ready to be read and edited: #2."]);
  assert.deepEqual(steps, goodSteps);
  assert.equal(flow.requests().length, 5);
  const body = pullRequest?.body ?? "";
  const [visible = ""] = body.split("\n<details>");
  assert.equal(
    visible.replaceAll(findPostPath(body), "FILE"),
    `📝 **Blog Draft — The Night Shift**

**Hook:** A recovery plan promised four hours for years. The first drill took nineteen.

**Angle:** A recovery time is a promise about people, and only a rehearsed restore measures it.

**Source material:** \`interviews/2026-03-23-restore-drills.md\` (restore drills, what the first one found, where the hours went); \`calls/2026-04-02 recovery estimates.vtt\` (who promises a recovery time, drills in the contract); \`Editorial/Public Voice - Point of View.md\` (The Night Shift: the voice of the series)

---

Draft is in \`FILE\`. Edit directly on this branch or merge as-is.

**To publish:** merge this PR. LinkedIn is not connected, so nothing is posted there.
**To discard:** close without merging.

**LinkedIn preview:**

\`\`\`text
A recovery plan promised four hours for years. The first drill took nineteen.

Tomasz Brandt's first drill spent most of its nineteen hours on waiting: for somebody who may approve machines, for a firewall rule that nobody had written down. Copying the data took less than four.

A year of drills brought it to just under five, with a phone list, a password vault and two people who knew that they may decide.

Read it here: https://night-shift.example/blog/restore-nobody-rehearses/
\`\`\`

Change it in the post's front matter, under \`linkedin\`; \`linkedin: false\` posts nothing.
`,
  );
  assert.match(
    body,
    /^\*\*Written by\*\* `scripted`: 7000 tokens in, 700 out\. Estimated beforehand: about \d{4,5}\.$/m,
  );
  assert.equal((post.match(/^> — /gm) ?? []).length, 5);
  assert.deepEqual(findInvented(post), []);
  // Nothing that was said or written is kept once the work has ended.
  assert.deepEqual(await flow.readRows("select step from galley.checkpoint order by step"), [
    { step: "acknowledged" },
    { step: "opened" },
    { step: "permitted" },
    { step: "spent" },
  ]);
});

test("negative control: a quotation with one other word is found to be invented", () => {
  const words = "A restore is a rehearsal of people before it is a copy of data.";
  assert.deepEqual(findInvented(`> ${words}  \n> — Tomasz Brandt`), []);
  assert.equal(findInvented(`> ${words.replace("people", "persons")}  \n> — Tomasz Brandt`).length, 1);
  assert.equal(findInvented("He said “we lied”.").length, 1);
});

type Case = {
  readonly name: string;
  readonly rules: readonly ModelRuleInput[];
  /** The step that is asked once more. */
  readonly again?: string;
  /** What the second request says. */
  readonly said?: RegExp;
  readonly statuses?: readonly number[];
};

const once = (step: string, answer: ModelRuleInput["answer"]): ModelRuleInput => ({
  when: { step },
  answer,
  times: 1,
});

const cases: readonly Case[] = [
  {
    name: "wraps its JSON in fences",
    rules: goodRules.map(({ when, answer }) => ({ when, answer: { ...answer, fences: true } })),
  },
  {
    name: "ignores the schema and answers in prose",
    rules: [once("plan", { content: "Sure! I would begin with the weekend, then speak of the drill." })],
    again: "plan",
    said: /It holds no JSON object/,
  },
  {
    name: "answers in a schema of its own",
    rules: [once("section 1", { content: { text: "A post about restores.", sources: ["S1"] } })],
    again: "section 1",
    said: /at paragraphs/,
  },
  {
    name: "stops in the middle",
    rules: [once("section 2", { content: goodAnswer("section 2"), truncateAfter: 90 })],
    again: "section 2",
    said: /It was cut off after 3000 tokens/,
  },
  {
    name: "declines",
    rules: [once("section 3", { fault: "refusal" })],
    again: "section 3",
    said: /It holds no JSON object/,
  },
  {
    name: "answers 429 with retry-after",
    rules: [once("plan", { fault: "rate-limited", retryAfterSeconds: 2 })],
    again: "plan",
    statuses: [429, 200],
  },
  {
    name: "answers 500",
    rules: [once("section 4", { fault: "error" })],
    again: "section 4",
    statuses: [500, 200],
  },
  {
    name: "cuts the connection",
    rules: [once("section 1", { fault: "reset" })],
    again: "section 1",
    statuses: [0, 200],
  },
  {
    name: "does not say what it cost",
    rules: goodRules.map(({ when, answer }) => ({ when, answer: { ...answer, tokens: null } })),
  },
];

/** The page's address carries the number of a branch that was taken; nothing else of a post does. */
const unnumbered = (post: string) => post.replace(/(restore-nobody-rehearses)-\d+/g, "$1");

test("a model that misbehaves once writes the same post as one that never does", async (t) => {
  const { draft } = await startModelFlow(t);
  const good = await draft();
  assert.ok(good.post);
  assert.ok(cases.length < 10, "a repository has ten drafts a day");
  for (const { name, rules, again, said, statuses } of cases)
    await t.test(`one that ${name}`, async () => {
      const { post, steps, asked, pullRequest } = await draft(...rules);
      assert.equal(unnumbered(post), unnumbered(good.post));
      assert.deepEqual(
        steps,
        goodSteps.flatMap((step) => (step === again ? [step, step] : [step])),
      );
      const twice = asked.filter(({ step }) => step === again);
      if (said) assert.match(twice[1]?.said ?? "", said);
      if (statuses)
        assert.deepEqual(
          twice.map(({ status }) => status),
          statuses,
        );
      if (statuses?.[0] === 429) assert.ok(gap(twice) >= 1900, `${gap(twice)} ms between the two`);
      assert.match(
        pullRequest?.body ?? "",
        /^\*\*Written by\*\* `scripted`: \d{4,5} tokens in, \d{3} out\./m,
      );
    });
});

test("negative control: a model that says something else writes another post", async (t) => {
  const { draft } = await startModelFlow(t);
  const good = await draft();
  const plan = { ...goodAnswer("plan"), title: "Another Title" };
  const { post } = await draft({ when: { step: "plan" }, answer: { content: plan } });
  assert.match(post, /Another Title/);
  assert.notEqual(unnumbered(post), unnumbered(good.post));
});

function gap([first, second]: readonly Asked[]): number {
  return (second?.at ?? 0) - (first?.at ?? 0);
}

test("a host that refuses formats is asked in a simpler one, and that is remembered", async (t) => {
  const { draft } = await startModelFlow(t);
  const refuses = (responseFormat: "json_schema" | "json_object"): ModelRuleInput => ({
    when: { responseFormat },
    answer: { fault: "response-format-refused", allowed: ["text"] },
  });
  const formats = (asked: readonly Asked[]) => asked.map(({ step, format }) => `${step}: ${format}`);
  const first = await draft(refuses("json_schema"), refuses("json_object"));
  assert.ok(first.post);
  assert.deepEqual(formats(first.asked), [
    "plan: json_schema",
    "plan: json_object",
    ...goodSteps.map((step) => `${step}: text`),
  ]);
  const second = await draft(refuses("json_schema"), refuses("json_object"));
  assert.equal(unnumbered(second.post), unnumbered(first.post));
  assert.deepEqual(
    formats(second.asked),
    goodSteps.map((step) => `${step}: text`),
  );
});
