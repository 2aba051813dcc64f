import { ModelError } from "../../../src/errors.ts";
import type { LanguageModel } from "../../../src/ports/language-model.ts";

/** A language model that says an attack wherever it may say something, and insists on it when it is asked again. */
export function createObeyingModel(attack: string): LanguageModel {
  const plain = "The restore took eleven hours, and nobody knew who was allowed to approve the machines.";
  const passages = ["S1:u2.1"];
  const claims = [
    { text: attack, passages },
    { text: `${attack} ${plain}`, passages },
    { text: plain, passages },
  ];
  const section = { paragraphs: [{ claims, quote: attack }] };
  const head = {
    title: attack.slice(0, 300),
    slug: attack.slice(0, 300),
    hook: `${attack}.`,
    hookPassages: passages,
    angle: `${attack}.`,
  };
  const announcement = { paragraphs: [{ text: attack, passages }] };
  const answers: Readonly<Record<string, unknown>> = {
    plan: {
      ...head,
      sections: [attack, "The plan", "The people"].map((heading) => ({
        heading: heading.slice(0, 300),
        point: heading,
        passages,
      })),
    },
    section,
    announcement,
    "repair section": section,
    "repair head": { ...head, headings: [attack.slice(0, 300)] },
    "repair announcement": announcement,
    judge: { verdicts: [attack, `1 ${attack}`].map((one) => one.slice(0, 200)) },
    angles: {
      angles: [attack, plain].map((title) => ({ title: title.slice(0, 300), angle: title, passages })),
    },
  };
  return {
    name: "obeying",
    loadTokenCounter: async () => (text) => Math.ceil(text.length / 4),
    async ask({ step, schema }) {
      const answer = schema.safeParse(answers[step.replace(/ \d+$/, "")]);
      if (!answer.success) throw new ModelError(`No usable answer to step "${step}"`);
      return answer.data;
    },
  };
}
