import assert from "node:assert/strict";
import { test } from "node:test";
import { addSource, misbehave } from "../../../src/cli/misbehaviour/misbehave.ts";
import { misbehaviours } from "../../../src/cli/misbehaviour/misbehaviours.ts";
import { ModelRule } from "../../../src/sandbox/model/rules.ts";
import { goodRules } from "../../support/model-flow.ts";

test("each misbehaviour is a script that the sandbox's model takes, and holds what it plants", () => {
  for (const [name, { planted }] of Object.entries(misbehaviours)) {
    const rules = misbehave(name, goodRules);
    assert.ok(rules.length > 0, name);
    for (const rule of rules) ModelRule.parse(rule);
    // Escaped line breaks would hide a planted line.
    const said = JSON.stringify(rules).replaceAll("\\n", "\n");
    for (const { name: what, pattern } of planted) assert.match(said, pattern, `${name}: ${what}`);
  }
});

test("a model that does right says only the good script", () => {
  assert.deepEqual(misbehave("scripted", goodRules), []);
});

test("told of a mistake, a misbehaving model insists, unless it is one that mends", () => {
  const answerOf = (name: string, step: string) =>
    misbehave(name, goodRules).find(({ when }) => when.step === step)?.answer;
  const insisting = answerOf("invents-quotes", "repair section 1");
  assert.deepEqual(insisting, answerOf("invents-quotes", "section 1"));
  assert.match(JSON.stringify(answerOf("leaks-name", "repair head")), /Halvorsen/);
  assert.doesNotMatch(JSON.stringify(answerOf("miscounts", "repair section 1")), /nineteen years/);
});

test("what is planted stands in nothing that the good script says", () => {
  const good = JSON.stringify(goodRules);
  for (const { planted } of Object.values(misbehaviours))
    for (const { pattern } of planted) assert.doesNotMatch(good, pattern);
});

test("the issue names the source that a misbehaviour brings", () => {
  const material = { files: [], issue: { title: "T", body: "- a.md\n" } };
  const wrong = misbehaviours["leaks-name"];
  assert.ok(wrong?.source);
  const { files, issue } = addSource(material, wrong);
  assert.deepEqual(
    files.map(({ path }) => path),
    [wrong.source.path],
  );
  assert.equal(issue.body, `- a.md\n- \`${wrong.source.path}\`\n`);
});
