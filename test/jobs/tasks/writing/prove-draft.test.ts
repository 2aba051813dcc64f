import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../../../../src/drafting/draft.ts";
import type { Objection } from "../../../../src/drafting/repair/objection.ts";
import { createModelWriter } from "../../../../src/drafting/write-with-model.ts";
import { proveDraft } from "../../../../src/jobs/tasks/writing/prove-draft.ts";
import type { Once, WriteRequest } from "../../../../src/ports/writer.ts";
import { StyleSettings } from "../../../../src/verification/style-settings.ts";
import { queues, requestOf, scriptOf, sectionAnswers, sectionOf } from "../../../drafting/scripts.ts";
import { createScriptedModel, createSpending } from "../../../fixtures/scripted-model.ts";
import { briefOf } from "../../../fixtures/sources.ts";

const { signal } = new AbortController();
const wrong = sectionOf("Ninety broken messages can take down every worker.", ["S1:u6.2"]);
const worse = sectionOf("Ninety broken messages took down Vantaro on Friday.", ["S1:u6.2"]);
const [, good] = sectionAnswers;
const verdicts = (...said: string[]) => ({ verdicts: said.map((one, at) => `${at + 1} ${one}`) });

const grounds = {
  brief: briefOf("What queues promise"),
  transcripts: [queues],
  style: StyleSettings.parse({}),
  screen: () => [],
  isJudged: false,
};

type Options = {
  readonly isJudged?: boolean;
  readonly banned?: readonly string[];
  readonly screen?: (draft: Draft) => readonly Objection[];
  readonly rest?: Partial<WriteRequest>;
};

async function prove(replaced: Readonly<Record<string, readonly unknown[]>>, options: Options = {}) {
  const { model, asked } = createScriptedModel(scriptOf(replaced));
  const outcome = await createModelWriter(model, { input: 1, output: 1, currency: "EUR" }).write(
    requestOf(options.rest),
    signal,
  );
  assert.ok(outcome.kind === "draft");
  const { banned = [], screen = () => [], isJudged = false } = options;
  const against = { ...grounds, style: StyleSettings.parse({ banned }), screen, isJudged };
  const { draft, findings } = await proveDraft(outcome, against, signal);
  const steps = asked.slice(5).map(({ step }) => step);
  return { draft, steps, rules: findings.map(({ rule }) => rule), findings, asked };
}

test("a sound draft is asked nothing more", async () => {
  const { steps, rules, draft } = await prove({});
  assert.deepEqual([steps, rules], [[], []]);
  assert.deepEqual(draft.usage, { promptTokens: 5000, completionTokens: 500 });
});

test("what a check finds goes back once in its own sentence, and what is mended stands without a finding", async () => {
  const { draft, steps, rules, asked } = await prove({
    "section 2": [wrong],
    "repair section 2": [good],
  });
  assert.deepEqual([steps, rules], [["repair section 2"], []]);
  assert.match(draft.markdown, /^One broken message can take down every worker\.$/m);
  assert.match(
    asked.at(-1)?.user ?? "",
    /^✖ Ninety broken messages can take down every worker\. — The sentence says something else than its passages: its first number is not the one/m,
  );
  assert.deepEqual(draft.usage, { promptTokens: 6000, completionTokens: 600 });
  assert.equal(draft.cost, "about 0.0066 EUR");
});

test("what a repair does not mend stays as it was, with its finding and what the repair cost", async () => {
  for (const insisting of [wrong, worse]) {
    const { draft, rules } = await prove({ "section 2": [wrong], "repair section 2": [insisting] });
    assert.match(draft.markdown, /^Ninety broken messages can take down every worker\.$/m);
    assert.deepEqual(rules, ["claim-number"]);
    assert.equal(draft.usage.promptTokens, 6000);
  }
});

test("a repair that mends one thing and breaks another is not taken", async () => {
  const { draft, rules } = await prove(
    {
      "section 2": [wrong],
      "repair section 2": [sectionOf("One broken message can leverage every worker down.", ["S1:u6.2"])],
    },
    { banned: ["leverage"] },
  );
  assert.match(draft.markdown, /^Ninety broken/m);
  assert.deepEqual(rules, ["claim-number"]);
});

test("a repair that cannot be afforded is not asked for, and the draft stands with its finding", async () => {
  const spending = createSpending({ promptTokens: 52_000, completionTokens: 0 });
  const replaced = { "section 2": [wrong], "repair section 2": [good] };
  const { rules, steps } = await prove(replaced, { rest: { spending } });
  assert.deepEqual([rules, steps], [["claim-number"], []]);
});

const names = (draft: Draft): Objection[] =>
  /Vantaro/.test(draft.title) ? [{ at: "title", about: null, message: 'It says a name, "vantaro".' }] : [];

test("what would keep a draft from being opened goes back once too", async () => {
  const { plan } = scriptOf();
  const [{ sections, ...head }] = plan as [Record<string, unknown>];
  const leaking = { ...head, title: "What Vantaro promised", sections };
  const repaired = { ...head, title: "What a queue promises", headings: [] };
  const mended = await prove({ plan: [leaking], "repair head": [repaired] }, { screen: names });
  assert.deepEqual([mended.draft.title, mended.steps], ["What a queue promises", ["repair head"]]);
  const insisting = { ...repaired, title: "Vantaro again" };
  const kept = await prove({ plan: [leaking], "repair head": [insisting] }, { screen: names });
  assert.deepEqual([kept.draft.title, kept.steps], ["What Vantaro promised", ["repair head"]]);
});

test("a repair that brings a name along is not taken, however many errors it mends", async () => {
  const sound = (await prove({})).draft;
  const invented = "Mara said “we lied to every single customer of ours”.";
  const draft = { ...sound, hook: invented, angle: invented };
  const leaking = { ...sound, title: "What Vantaro promised" };
  const proveMended = (mended: Draft) =>
    proveDraft(
      {
        kind: "draft",
        draft,
        revision: {
          mend: async (_objections, isBetter) => (isBetter(mended, draft) ? mended : draft),
          judge: async () => [],
          bill: () => ({ usage: draft.usage }),
        },
      },
      { ...grounds, screen: names },
      signal,
    );
  assert.equal((await proveMended(leaking)).draft.title, sound.title);
  assert.equal((await proveMended({ ...sound, title: "A mended title" })).draft.title, "A mended title");
});

test("the judge sees the draft as it stands in the end, and its verdicts are findings at their lines", async () => {
  const said = verdicts("yes", "no", "not said", "yes", "yes", "yes");
  const { findings, steps, draft, asked } = await prove(
    { "section 2": [wrong], "repair section 2": [good], judge: [said] },
    { isJudged: true },
  );
  assert.deepEqual(steps, ["repair section 2", "judge"]);
  assert.doesNotMatch(asked.at(-1)?.user ?? "", /Ninety/);
  assert.deepEqual(
    findings.map(({ rule, severity, place }) => [rule, severity, place]),
    [
      ["judge-no", "warning", "post, line 5"],
      ["judge-not-said", "note", "post, line 5"],
    ],
  );
  assert.deepEqual(draft.usage, { promptTokens: 7000, completionTokens: 700 });
});

test("a judge that is of no use evaluates nothing and stops nothing", async () => {
  const { rules, draft } = await prove({ judge: [verdicts()] }, { isJudged: true });
  assert.deepEqual(rules, ["judge-not-evaluated"]);
  assert.equal(draft.usage.promptTokens, 6000);
});

test("an attempt after one that died asks neither the repair nor the judge again", async () => {
  const saved = new Map<string, unknown>();
  const once: Once = async (step, schema, make) => {
    if (!saved.has(step)) saved.set(step, await make());
    return schema.parse(saved.get(step));
  };
  const rest = { once, spending: createSpending() };
  const replaced = { "section 2": [wrong], "repair section 2": [good], judge: [verdicts("no")] };
  const first = await prove(replaced, { isJudged: true, rest });
  const second = await prove(replaced, { isJudged: true, rest });
  assert.deepEqual(second.asked, []);
  assert.deepEqual(second.draft, first.draft);
  assert.deepEqual(second.findings, first.findings);
});

test("negative control: a judge that is switched off is not asked", async () => {
  const { steps } = await prove({ judge: [verdicts("no")] });
  assert.deepEqual(steps, []);
});
