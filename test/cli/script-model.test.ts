import assert from "node:assert/strict";
import { test } from "node:test";
import { demoScript } from "../../src/cli/demo-script.ts";
import { scriptModel, scriptRepairs } from "../../src/cli/script-model.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";

const files = Object.entries(demoFiles).map(([path, text]) => ({ path, text }));

test("every passage of the demo's script is found in the demo's transcripts", () => {
  const rules = scriptModel(demoScript, demoIssue.body, files);
  assert.deepEqual(
    rules.map(({ when }) => when.step),
    ["plan", "section 1", "section 2", "section 3", "section 4", "announcement", "judge"],
  );
  assert.deepEqual(rules[0]?.answer.content.hookPassages, ["S1:u9.4"]);
  const verdicts: unknown = rules.at(-1)?.answer.content.verdicts;
  assert.ok(Array.isArray(verdicts));
  assert.deepEqual(verdicts.slice(0, 2), ["1 yes", "2 yes"]);
});

test("words that no passage holds, or more than one, are a mistake that is named", () => {
  const play = (words: string) =>
    scriptModel({ ...demoScript, hookPassages: [words] }, demoIssue.body, files);
  assert.throws(() => play("we lied"), /^Error: 0 passages of the demo hold "we lied"/);
  assert.throws(() => play("the"), /passages of the demo hold "the"/);
});

test("told of a mistake, it says each part again, the head of a plan without its sections", () => {
  const repairs = scriptRepairs([
    { when: { step: "plan" }, answer: { content: { title: "A", sections: [] } } },
    { when: { step: "section 1" }, answer: { content: { paragraphs: [] } } },
    { when: { step: "judge" }, answer: { content: { verdicts: [] } } },
  ]);
  assert.deepEqual(repairs, [
    { when: { step: "repair head" }, answer: { content: { title: "A", headings: [] } } },
    { when: { step: "repair section 1" }, answer: { content: { paragraphs: [] } } },
  ]);
});
