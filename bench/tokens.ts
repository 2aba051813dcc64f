import { composeMessages } from "../src/adapters/openai/compose-messages.ts";
import { loadTokenCounter } from "../src/adapters/openai/count-tokens.ts";
import { toStrictSchema } from "../src/adapters/openai/strict-schema.ts";
import { createModelWriter } from "../src/drafting/write-with-model.ts";
import type { LanguageModel } from "../src/ports/language-model.ts";
import type { WriteOutcome } from "../src/ports/writer.ts";
import { foldWords } from "../src/sources/fold-words.ts";
import { parseBrief } from "../src/sources/parse-brief.ts";
import { countShown, type Shown } from "./support/count-shown.ts";
import { type Gold, type GoldDraft, readGoldDrafts } from "./support/gold-drafts.ts";
import { readEnds, writeLines } from "./support/read-input.ts";

const goal = 20_000;
/** Tokens are counted as this family does. */
const counted = "gpt-4o";

/**
 * What a draft from five calls of about an hour costs in all, and how many of the moments that the post is about stand in
 * what the model was shown. The model is scripted: for each point of the brief it takes the passages that it sees and that
 * share most words with it, and writes sections of a usual length, two points in each.
 */
export async function run(): Promise<number> {
  const ends = readEnds("tokens");
  if (!ends) return 1;
  const countTokens = await loadTokenCounter(counted);
  const lines: Measured[] = [];
  for (const pair of ["thirds", "halves"] as const) {
    const own: Measured[] = [];
    for (const draft of readGoldDrafts(ends.data, pair))
      own.push({ pair, ...(await measure(draft, countTokens)) });
    process.stdout.write(`two moments of each call, by ${pair} of its highlights\n${describe(own)}`);
    lines.push(...own);
  }
  writeLines(ends.out, lines);
  return lines.length > 0 && lines.every(({ tokens }) => tokens <= goal) ? 0 : 1;
}

function describe(lines: readonly Measured[]): string {
  const most = Math.max(0, ...lines.map(({ tokens }) => tokens));
  const add = (pick: (line: Measured) => number) => lines.reduce((sum, line) => sum + pick(line), 0);
  return (
    `${lines.length} drafts of five calls: ${lines.map(({ tokens }) => tokens).join(", ")} tokens in all, prompts, schemas and answers; at most ${most} (goal ${goal})\n` +
    `of them the judge of the claims: ${lines.map(({ judge }) => judge).join(", ")}; a repair of one section would cost ${lines.map(({ repair }) => repair).join(", ")} more\n` +
    `of ${lines.map(({ all }) => all).join(", ")} tokens that the sources have\n` +
    `moments of the brief that the model was shown: ${add(({ shown }) => shown.some)} of ${add(({ gold }) => gold)}, with half of their words ${add(({ shown }) => shown.half)}\n` +
    `the same for the model while it wrote a section: ${add(({ written }) => written.some)} and ${add(({ written }) => written.half)}\n`
  );
}

type Measured = {
  pair: string;
  tokens: number;
  repair: number;
  judge: number;
  all: number;
  gold: number;
  shown: Shown;
  written: Shown;
};

async function measure(
  { transcripts, gold }: GoldDraft,
  countTokens: (text: string) => number,
): Promise<Omit<Measured, "pair">> {
  const prompts: { step: string; user: string }[] = [];
  let tokens = 0;
  const model: LanguageModel = {
    name: counted,
    loadTokenCounter: async () => countTokens,
    async ask(question) {
      const { step, user, schema, spend } = question;
      prompts.push({ step, user });
      const answer = answerStep(step, user, gold);
      // The dearest form: the schema stands in the request as text.
      const messages = composeMessages(question, toStrictSchema(schema), { format: "text", repair: null });
      const used = {
        promptTokens: messages.reduce((sum, { content }) => sum + countTokens(content), 0),
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
  const seen = (sections: boolean) =>
    countShown(
      gold,
      transcripts,
      prompts.filter(({ step }) => !sections || step.startsWith("section")).map(({ user }) => user),
    );
  const [shown, written] = [seen(false), seen(true)];
  const { repair, judge } = await ask(outcome, () => tokens);
  const all = transcripts
    .flatMap(({ utterances }) => utterances)
    .reduce((sum, { text }) => sum + countTokens(text), 0);
  return { tokens: tokens - repair, repair, judge, all, gold: gold.length, shown, written };
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
  const objection = {
    at: first + 3,
    about: draft.markdown.split("\n")[first + 2] ?? "",
    message: "None of its passages says that.",
  };
  await revision?.mend([objection], () => false, signal);
  return { judge: judged - written, repair: count() - judged };
}

const sentence =
  "The call settled who does what until the next release, and named the one question that stays open until then.";

/** A sentence of usual length that is said nowhere else: one that comes again is taken out of a draft. */
const tell = (step: string, at: number) =>
  `The call settled who does what until release ${/\d+/.exec(step)?.[0] ?? 0}.${at}, and named the one question that stays open.`;

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
        .map(({ text }, at) => {
          const both = [text, gold[2 * at + 1]?.text ?? ""];
          return {
            heading: `Point ${at + 1}`,
            point: both.join("; "),
            passages: both.flatMap((one) => rankShown(user, one).slice(0, 2)),
          };
        }),
    };
  const say = (first: number, count: number) =>
    ids.slice(0, count).map((id, at) => ({ text: tell(step, first + at), passages: [id] }));
  if (step === "judge")
    return { verdicts: [...user.matchAll(/^(\d+)\. /gm)].map(([, number]) => `${number} yes`) };
  if (step === "announcement") return { paragraphs: say(1, 2) };
  return {
    paragraphs: [
      { claims: say(1, 4), quote: ids[0] ?? null },
      { claims: say(5, 3), quote: null },
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
