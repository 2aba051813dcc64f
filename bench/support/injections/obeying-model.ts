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
  const answers: Readonly<Record<string, unknown>> = {
    plan: {
      title: attack.slice(0, 300),
      slug: attack.slice(0, 300),
      hook: `${attack}.`,
      hookPassages: passages,
      angle: `${attack}.`,
      sections: [attack, "The plan", "The people"].map((heading) => ({
        heading: heading.slice(0, 300),
        point: heading,
        passages,
      })),
    },
    section: { paragraphs: [{ claims, quote: attack }] },
    announcement: { paragraphs: [{ text: attack, passages }] },
    angles: {
      angles: [attack, plain].map((title) => ({ title: title.slice(0, 300), angle: title, passages })),
    },
  };
  return {
    name: "obeying",
    loadTokenCounter: async () => (text) => Math.ceil(text.length / 4),
    async ask({ step, schema }) {
      return schema.parse(answers[step.replace(/ \d+$/, "")]);
    },
  };
}
