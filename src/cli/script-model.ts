import { parseTranscript } from "../sources/parse-transcript.ts";
import { describePassage } from "../sources/passage.ts";
import { toPassage } from "../sources/quote-passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import type { DemoScript } from "./demo-script.ts";

/** What the sandbox's model says at one step. */
export type StepRule = {
  readonly when: { readonly step: string };
  readonly answer: { readonly content: Record<string, unknown> };
};

type TextFile = { readonly path: string; readonly text: string };

/** The script as rules for the sandbox's model, its passages by the numbers that Galley will show them under. */
export function scriptModel(script: DemoScript, issueBody: string, files: readonly TextFile[]): StepRule[] {
  const find = createFinder(readSources(issueBody, files));
  const { sections, hookPassages, announcement, ...head } = script;
  const teaser = announcement.map(({ text, passages }) => ({ text, passages: passages.map(find) }));
  const answers = sections.map(({ paragraphs }) =>
    paragraphs.map(({ claims, quote }) => ({
      claims: claims.map(({ text, passages }) => ({ text, passages: passages.map(find) })),
      quote: quote === null ? null : find(quote),
    })),
  );
  const plan = {
    ...head,
    hookPassages: hookPassages.map(find),
    sections: sections.map(({ heading, point }, at) => {
      const passages = (answers[at] ?? []).flatMap(({ claims, quote }) => [
        ...claims.flatMap((claim) => claim.passages),
        ...(quote === null ? [] : [quote]),
      ]);
      return { heading, point, passages };
    }),
  };
  const asked = [plan.hook, ...answers.flat().flatMap(({ claims }) => claims), ...teaser];
  return [
    { when: { step: "plan" }, answer: { content: plan } },
    ...answers.map((paragraphs, at) => ({
      when: { step: `section ${at + 1}` },
      answer: { content: { paragraphs } },
    })),
    { when: { step: "announcement" }, answer: { content: { paragraphs: teaser } } },
    {
      when: { step: "judge" },
      answer: { content: { verdicts: asked.map((_, at) => `${at + 1} yes`) } },
    },
  ];
}

/** What a model says that is told of a mistake: the same part again, as these rules have it. */
export function scriptRepairs(rules: readonly StepRule[]): StepRule[] {
  return rules.flatMap(({ when: { step }, answer: { content } }) => {
    if (step === "judge") return [];
    if (step !== "plan") return [{ when: { step: `repair ${step}` }, answer: { content } }];
    const { sections: _, ...head } = content;
    return [{ when: { step: "repair head" }, answer: { content: { ...head, headings: [] } } }];
  });
}

/** The files that the issue names, numbered in its order, as Galley numbers them. */
function readSources(issueBody: string, files: readonly TextFile[]): Transcript[] {
  return files
    .filter(({ path }) => issueBody.includes(path))
    .sort((a, b) => issueBody.indexOf(a.path) - issueBody.indexOf(b.path))
    .map(({ path, text }, at) =>
      parseTranscript({ id: `S${at + 1}`, repository: null, path, commit: null, note: null, text }),
    );
}

/** Finds the number of the one passage that holds these words; throws when there is none, or more than one. */
function createFinder(transcripts: readonly Transcript[]): (words: string) => string {
  const utterances = transcripts.flatMap((transcript) =>
    transcript.utterances.map((utterance) => ({ transcript, utterance })),
  );
  return (words) => {
    const [start = "", end = start] = words.split(" … ");
    const found = utterances.flatMap(({ transcript, utterance }) => {
      const holding = (part: string) => utterance.sentences.filter(({ text }) => text.includes(part));
      const [first, last] = [holding(start), holding(end)].map(([only, ...more]) =>
        more.length > 0 ? undefined : only?.number,
      );
      return first && last ? [describePassage(toPassage(transcript, utterance, first, last))] : [];
    });
    const [id] = found;
    if (id === undefined || found.length > 1)
      throw new Error(`${found.length} passages of the demo hold "${words}"; the script needs one`);
    return id;
  };
}
