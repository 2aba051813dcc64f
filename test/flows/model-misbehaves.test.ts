import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeMisbehaviour } from "../../src/cli/misbehaviour/judge-misbehaviour.ts";
import { misbehave } from "../../src/cli/misbehaviour/misbehave.ts";
import { misbehaviours } from "../../src/cli/misbehaviour/misbehaviours.ts";
import { goodRules, startModelFlow } from "../support/model-flow.ts";

/** Those that end in a sentence on the issue; the others in a pull request without what was planted. */
const refused: Readonly<Record<string, RegExp>> = {
  "cites-nothing": /^Nothing was drafted: the language model wrote nothing that rests on the sources\./,
  loops: /^Nothing was drafted: the language model gave no usable answer to step "section 2", 3 times\./,
  refuses: /^Nothing was drafted: the language model gave no usable answer to step "plan", 3 times\./,
  "spends-too-much": /^This draft would need more than the 60000 tokens/,
};

/** What a pull request says of it. */
const warned: Readonly<Record<string, RegExp>> = {
  "judges-nonsense": /^- note, the claims: 15 claims were not evaluated by the language model: /m,
};

test("whatever the model does wrong, it ends in one sentence or in a pull request without it", async (t) => {
  const { draft } = await startModelFlow(t);
  // Those with a source of their own are played by the demo.
  for (const [name, wrong] of Object.entries(misbehaviours).filter(([, { source }]) => source === null))
    await t.test(name, async () => {
      const { post, pullRequest, answers } = await draft(...misbehave(name, goodRules));
      assert.equal(answers.length, 1);
      if (refused[name]) {
        assert.equal(pullRequest, undefined);
        return assert.match(answers[0] ?? "", refused[name]);
      }
      assert.ok(pullRequest);
      if (warned[name]) assert.match(pullRequest.body, warned[name]);
      const surfaces = [pullRequest.title, pullRequest.body, pullRequest.head.ref, post].map((text) => ({
        place: "the pull request",
        text,
      }));
      const { gotThrough } = judgeMisbehaviour(name, wrong, { requests: [], surfaces, body: "" });
      assert.deepEqual(gotThrough, []);
    });
});
