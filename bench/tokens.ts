import { loadTokenCounter } from "../src/adapters/openai/count-tokens.ts";
import { createModelWriter } from "../src/drafting/write-with-model.ts";
import type { LanguageModel } from "../src/ports/language-model.ts";
import type { WriteOutcome } from "../src/ports/writer.ts";
import { foldWords } from "../src/sources/fold-words.ts";
import { parseBrief } from "../src/sources/parse-brief.ts";
import { type Gold, type GoldDraft, readGoldDrafts } from "./support/gold-drafts.ts";
import { readEnds, writeLines } from "./support/read-input.ts";

const goal = 20_000;
/** A highlight's time stands a little before or after the words it sums up. */
const nearMs = 45_000;
/** Tokens are counted as this family does. */
const counted = "gpt-4o";

/**
 * What a draft from five calls of about an hour costs in all, and how many of the moments that the post is about stand in
 * what the model was shown. The model is scripted: for each point of the brief it takes the passages that it sees and that
 * share most words with it, and writes sections of a usual length.
 */
export async function run(): Promise<number> {
  const ends = readEnds("tokens");
  if (!ends) return 1;
  const countTokens = await loadTokenCounter(counted);
  const lines: Measured[] = [];
  for (const draft of readGoldDrafts(ends.data)) lines.push(await measure(draft, countTokens));
  writeLines(ends.out, lines);
  const most = Math.max(0, ...lines.map(({ tokens }) => tokens));
  const gold = lines.reduce((sum, line) => sum + line.gold, 0);
  const shown = lines.reduce((sum, line) => sum + line.shown, 0);
  process.stdout.write(
    `${lines.length} drafts of five calls: ${lines.map(({ tokens }) => tokens).join(", ")} tokens in all, prompts and answers; at most ${most} (goal ${goal})\n` +
      `of them the judge of the claims: ${lines.map(({ judge }) => judge).join(", ")}; a repair of one section would cost ${lines.map(({ repair }) => repair).join(", ")} more\n` +
      `of ${lines.map(({ all }) => all).join(", ")} tokens that the sources have\n` +
      `moments of the brief that the model was shown: ${shown} of ${gold}\n`,
  );
  return lines.length > 0 && most <= goal ? 0 : 1;
}

type Measured = { tokens: number; repair: number; judge: number; all: number; gold: number; shown: number };

async function measure(
  { transcripts, gold }: GoldDraft,
  countTokens: (text: string) => number,
): Promise<Measured> {
  const prompts: string[] = [];
  let tokens = 0;
  const model: LanguageModel = {
    name: counted,
    loadTokenCounter: async () => countTokens,
    async ask({ step, system, user, schema, spend }) {
      prompts.push(user);
      const answer = answerStep(step, user, gold);
      const used = {
        promptTokens: countTokens(system) + countTokens(user),
        completionTokens: countTokens(JSON.stringify(answer)),
      };
      tokens += used.promptTokens + used.completionTokens;
      await spend?.(used);
      return schema.parse(answer);
    },
  };
  const outcome = await createModelWriter(model).write(
    {
      brief: parseBrief("What the calls settled", gold.map(({ text }) => `- ${text}`).join("\n")),
      series: null,
      transcripts,
      banned: [],
      tokensPerDraft: 60_000,
      once: (_step, _schema, make) => make(),
      spending: { load: async () => ({ promptTokens: 0, completionTokens: 0 }), save: async () => {} },
    },
    new AbortController().signal,
  );
  if (outcome.kind === "declined") throw new Error(outcome.reason);
  const { repair, judge } = await ask(outcome, () => tokens);
  const shown = gold.filter((one) => isShown(one, transcripts, prompts)).length;
  const all = transcripts
    .flatMap(({ utterances }) => utterances)
    .reduce((sum, { text }) => sum + countTokens(text), 0);
  return { tokens: tokens - repair, repair, judge, all, gold: gold.length, shown };
}

/** What comes after the writing: the judge of the claims, and one repair turn of the first section, both as they are. */
async function ask(
  { draft, revision }: Extract<WriteOutcome, { kind: "draft" }>,
  count: () => number,
): Promise<{ repair: number; judge: number }> {
  const { signal } = new AbortController();
  const written = count();
  await revision?.judge(draft.claims, signal);
  const judged = count();
  const first = draft.markdown.split("\n").findIndex((line) => line.startsWith("## "));
  const objection = { at: first + 3, about: sentence, message: "None of its passages says that." };
  await revision?.mend([objection], () => false, signal);
  return { judge: judged - written, repair: count() - judged };
}

/** Any sentence said near that moment, by its number, in any of the requests. */
function isShown(
  { source, startMs }: Gold,
  transcripts: GoldDraft["transcripts"],
  prompts: readonly string[],
): boolean {
  const transcript = transcripts.find((one) => one.source.id === source);
  const near = (transcript?.utterances ?? []).filter(
    (utterance) => utterance.startMs !== null && Math.abs(utterance.startMs - startMs) <= nearMs,
  );
  return near.some(({ number }) => prompts.some((prompt) => prompt.includes(`\n${source}:u${number}.`)));
}

const sentence =
  "The call settled who does what until the next release, and named the one question that stays open until then.";

function answerStep(step: string, user: string, gold: readonly Gold[]): object {
  const ids = rankShown(user, gold.map(({ text }) => text).join(" "));
  if (step === "plan")
    return {
      title: "What the calls settled",
      slug: "calls-settled",
      hook: sentence,
      hookPassages: ids.slice(0, 1),
      angle: sentence,
      sections: gold
        .filter((_, at) => at % 2 === 0)
        .map(({ text }, at) => ({
          heading: `Point ${at + 1}`,
          point: text,
          passages: rankShown(user, text).slice(0, 4),
        })),
    };
  const claims = ids.slice(0, 4).map((id) => ({ text: sentence, passages: [id] }));
  if (step === "judge")
    return { verdicts: [...user.matchAll(/^(\d+)\. /gm)].map(([, number]) => `${number} yes`) };
  if (step === "announcement") return { paragraphs: claims.slice(0, 2) };
  return {
    paragraphs: [
      { claims, quote: ids[0] ?? null },
      { claims: claims.slice(0, 3), quote: null },
    ],
  };
}

/** The numbers of the sentences in a request, those first that share most words with a text. */
function rankShown(user: string, text: string): string[] {
  const wanted = new Set(foldWords(text).filter((word) => word.length > 3));
  return [...user.matchAll(/^(S\d+:u\d+\.\d+) (.*)$/gm)]
    .map(([, id = "", said = ""]) => ({
      id,
      shared: new Set(foldWords(said).filter((word) => wanted.has(word))).size,
    }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ id }) => id);
}
