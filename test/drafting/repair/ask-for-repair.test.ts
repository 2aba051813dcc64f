import assert from "node:assert/strict";
import { test } from "node:test";
import { SectionAnswer } from "../../../src/drafting/judge-section.ts";
import { askForRepair } from "../../../src/drafting/repair/ask-for-repair.ts";
import { ModelError } from "../../../src/errors.ts";
import type { LanguageModel } from "../../../src/ports/language-model.ts";
import type { Once } from "../../../src/ports/writer.ts";
import { repairingOf, sectionOf } from "../scripts.ts";

const written = sectionOf("It took nine hours.");
const mended = sectionOf("It took four hours.");
const part = {
  name: "section 2",
  schema: SectionAnswer,
  written,
  sources: "<<<SOURCE S1\nS1:u4.1 It took four hours.\n>>>SOURCE S1",
  maxOutputTokens: 3000,
};
const objections = [{ at: 5, about: "It took nine hours.", message: "Its first number is another." }];

test("the model is shown what it wrote, what it had and what is wrong, and answers once", async () => {
  const { repairing, asked } = repairingOf({ "repair section 2": [mended] });
  assert.deepEqual(await askForRepair(repairing, part, objections), mended);
  assert.deepEqual(
    asked.map(({ step, user }) => [step, user]),
    [
      [
        "repair section 2",
        `<<<SOURCE S1
S1:u4.1 It took four hours.
>>>SOURCE S1

<<<WRITTEN
{"paragraphs":[{"claims":[{"text":"It took nine hours.","passages":["S1:u4.1"]}],"quote":null}]}
>>>WRITTEN

<<<FINDINGS
✖ It took nine hours. — Its first number is another.
>>>FINDINGS

Give the part again.`,
      ],
    ],
  );
});

test("a repair that cannot be afforded is not asked for", async () => {
  const { repairing, asked } = repairingOf({ "repair section 2": [mended] }, 3000);
  assert.equal(await askForRepair(repairing, part, objections), null);
  assert.deepEqual(asked, []);
});

test("it is one turn, which is saved", async () => {
  const { repairing } = repairingOf({ "repair section 2": [mended] });
  const steps: string[] = [];
  const once: Once = (step, _schema, make) => {
    steps.push(step);
    return make();
  };
  const asked: (number | undefined)[] = [];
  const model: LanguageModel = {
    ...repairing.model,
    ask(question, signal) {
      asked.push(question.mostAnswers);
      return repairing.model.ask(question, signal);
    },
  };
  await askForRepair({ ...repairing, model, request: { ...repairing.request, once } }, part, objections);
  assert.deepEqual([steps, asked], [["repair section 2"], [1]]);
});

test("a repair of which nothing came is not asked for by a later attempt, whose draft would be another", async () => {
  const { repairing } = repairingOf({ "repair section 2": [mended] });
  let asked = 0;
  const model: LanguageModel = {
    ...repairing.model,
    async ask(question, signal) {
      asked += 1;
      if (asked === 1) throw new ModelError("It gave no usable answer");
      return await repairing.model.ask(question, signal);
    },
  };
  const saved = new Map<string, unknown>();
  const once: Once = async (step, schema, make) => {
    if (!saved.has(step)) saved.set(step, await make());
    return schema.parse(saved.get(step));
  };
  const request = { ...repairing.request, once };
  const attempt = () => askForRepair({ ...repairing, model, request }, part, objections);
  assert.deepEqual([await attempt(), await attempt(), asked], [null, null, 1]);
});
