import type { LanguageModel, Question } from "../../src/ports/language-model.ts";

/**
 * A model that tells whatever it is shown: each sentence of the passages becomes one of the post's, and the first ones
 * title, hook and angle. `knows` are words that it has from elsewhere and tells too.
 */
export function createTellingModel(knows: readonly string[]): LanguageModel & { readonly prompts: string[] } {
  const prompts: string[] = [];
  return {
    name: "telling",
    prompts,
    loadTokenCounter: async () => (text) => Math.ceil(text.length / 4),
    async ask<T>(question: Question<T>): Promise<T> {
      prompts.push(question.user);
      const lines = [...question.user.matchAll(/^(S\d+:u[\d.]+)(?: \[[^\]]*\])? (.+)$/gm)];
      const told = lines.map(([, id = "", text = ""]) => ({
        text: text.replaceAll(/["“”]/g, ""),
        passages: [id],
      }));
      const ids = told.flatMap(({ passages }) => passages);
      const own = knows.map((words) => ({ text: `It is about ${words}.`, passages: ids.slice(0, 1) }));
      const claims = [...own, ...told].slice(0, 20);
      const first = claims[0]?.text.slice(0, 90) ?? "A restore";
      const plan = {
        slug: "restore",
        title: first.replace(/[.?!]$/, ""),
        hook: claims[1]?.text ?? first,
        hookPassages: ids.slice(0, 1),
        angle: claims[2]?.text ?? first,
        sections: [0, 1].map((at) => ({
          heading: claims[at + 1]?.text.slice(0, 60) ?? "Restores",
          point: "It shows a restore.",
          passages: ids,
        })),
      };
      const announcement = { paragraphs: claims.slice(0, 4) };
      const { sections: _, ...head } = plan;
      // Told what it must not say, it says it again.
      const answers: Readonly<Record<string, unknown>> = {
        plan,
        announcement,
        "repair head": { ...head, headings: [] },
        "repair announcement": announcement,
        judge: { verdicts: [] },
      };
      const section = { paragraphs: [{ claims, quote: ids.at(-1) ?? null }] };
      await question.spend?.({ promptTokens: 1, completionTokens: 1 });
      return question.schema.parse(answers[question.step] ?? section);
    },
  };
}
