import { createLanguageModel } from "../../../src/adapters/openai/language-model.ts";
import { createModelWriter } from "../../../src/drafting/write-with-model.ts";
import type { ModelRuleInput } from "../../../src/sandbox/model/rules.ts";
import { announcementAnswer, planAnswer, requestOf, sectionAnswers } from "../../drafting/scripts.ts";
import type { Stage } from "./recording.ts";

/** A model that does everything right. */
const good: readonly ModelRuleInput[] = [
  { when: { step: "plan" }, answer: { content: planAnswer } },
  ...sectionAnswers.map((content, at) => ({ when: { step: `section ${at + 1}` }, answer: { content } })),
  { when: { step: "announcement" }, answer: { content: announcementAnswer } },
];

/** Everything that a host does, right and wrong; each before the good model has its turn. */
const turns: readonly (readonly ModelRuleInput[])[] = [
  [],
  [
    {
      answer: { fault: "response-format-refused", allowed: ["json_object", "text"] },
      when: { responseFormat: "json_schema" },
    },
  ],
  [
    { answer: { fault: "response-format-refused" }, when: { responseFormat: "json_schema" } },
    { answer: { fault: "response-format-refused" }, when: { responseFormat: "json_object" } },
  ],
  [
    { when: { step: "plan" }, answer: { content: "I would rather not.", tokens: null }, times: 1 },
    { when: { step: "section 1" }, answer: { content: {}, fences: true }, times: 2 },
    { when: { step: "section 2" }, answer: { content: "{", truncateAfter: 1 }, times: 1 },
    { when: { step: "section 3" }, answer: { fault: "refusal" }, times: 1 },
  ],
  [
    { answer: { fault: "rate-limited" }, times: 1 },
    { answer: { fault: "error" }, times: 1 },
    { answer: { fault: "reset" }, times: 1 },
  ],
];

/** Has the product write a post with the sandbox's model, in each form that it knows. */
export async function playModel({ sandbox }: Pick<Stage, "sandbox">): Promise<void> {
  for (const rules of turns) {
    sandbox.model.script([...rules, ...good]);
    const options = { apiKey: "a-key-of-the-test", baseUrl: sandbox.model.url, model: "scripted" };
    const model = createLanguageModel({ ...options, wait: async () => {} });
    await createModelWriter(model).write(requestOf(), new AbortController().signal);
  }
  await fetch(`${sandbox.model.url}/models`);
}
