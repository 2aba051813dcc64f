import type { Composition } from "../../src/drafting/composition.ts";
import { type AnnouncementAnswer, judgeAnnouncement } from "../../src/drafting/judge-announcement.ts";
import { judgePlan, type PlanAnswer } from "../../src/drafting/judge-plan.ts";
import { judgeSection, type SectionAnswer } from "../../src/drafting/judge-section.ts";
import { createResolver } from "../../src/drafting/resolve-passage.ts";
import { createBudget } from "../../src/drafting/token-budget.ts";
import type { WriteRequest } from "../../src/ports/writer.ts";
import type { Passage } from "../../src/sources/passage.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { createScriptedModel, createSpending } from "../fixtures/scripted-model.ts";
import { briefOf, readFixture } from "../fixtures/sources.ts";

export const queues = readFixture("two-engineers-on-queues.md");

/** Resolves everything that the transcript holds. */
export const everything = createResolver(
  queues.utterances.map((utterance) => toPassage(queues, utterance, 1, utterance.sentences.length)),
  [queues],
);

/** The passage of this number. */
export function resolve(id: string): Passage {
  const passage = everything.resolve(id);
  if (typeof passage === "string") throw new Error(passage);
  return passage;
}

export const planAnswer: PlanAnswer = {
  title: "What a message queue has to promise",
  slug: "message-queue-promise",
  hook: "A queue earns trust on the worst night of the year.",
  hookPassages: ["S1:u4.1"],
  angle: "Owners matter more than throughput.",
  sections: [
    {
      heading: "The promise that matters",
      point: "Nothing that was acknowledged is lost.",
      passages: ["S1:u4.2"],
    },
    { heading: "Retries need a limit", point: "Endless retries cause outages.", passages: ["S1:u6.1-6.2"] },
    { heading: "An owner with a name", point: "Dead letters need a person.", passages: ["S1:u9.1-9.2"] },
  ],
};

const claim = (text: string, ...passages: string[]) => ({ text, passages });

export const sectionAnswers: readonly SectionAnswer[] = [
  {
    paragraphs: [
      {
        claims: [
          claim("Mara Lindqvist puts one promise before speed.", "S1:u4.2-4.3"),
          claim("On a full disk, forty thousand orders waited and none went missing.", "S1:u4.4"),
        ],
        quote: "S1:u4.1",
      },
    ],
  },
  {
    paragraphs: [
      { claims: [claim("One broken message can take down every worker.", "S1:u6.2")], quote: null },
    ],
  },
  {
    paragraphs: [
      { claims: [claim("Somebody reads every dead message each morning.", "S1:u9.2")], quote: "S1:u9.1" },
    ],
  },
];

export const announcementAnswer: AnnouncementAnswer = {
  paragraphs: [claim("On a full disk, forty thousand orders waited and none went missing.", "S1:u4.4")],
};

/** Answers for every step, some of them replaced. */
export function scriptOf(replaced: Readonly<Record<string, readonly unknown[]>> = {}) {
  const sections = sectionAnswers.map((answer, at) => [`section ${at + 1}`, [answer]]);
  return {
    plan: [planAnswer],
    ...Object.fromEntries(sections),
    announcement: [announcementAnswer],
    ...replaced,
  };
}

export function requestOf(rest: Partial<WriteRequest> = {}): WriteRequest {
  return {
    brief: briefOf("What queues promise"),
    series: null,
    transcripts: [queues],
    banned: [],
    tokensPerDraft: 60_000,
    once: (_step, _schema, make) => make(),
    spending: createSpending(),
    ...rest,
  };
}

/** A budget of which nothing is spent. */
export function budgetOf(tokens: number) {
  return createBudget(tokens, { promptTokens: 0, completionTokens: 0 }, async () => {});
}

/** A draft of these answers, as it is before its first verification. */
export function compositionOf(replaced: Readonly<Record<number, SectionAnswer>> = {}): Composition {
  const { plan } = judgePlan(planAnswer, briefOf("What queues promise"), everything);
  const sections = sectionAnswers.map(
    (answer, at) =>
      judgeSection(replaced[at] ?? answer, [queues], everything, { quoted: [], said: [] }).section,
  );
  const announcement = judgeAnnouncement(announcementAnswer, everything).paragraphs;
  return { plan, leftOutOf: {}, sections, announcement };
}

/** What a repair may use, with a model that says this. */
export function repairingOf(script: Readonly<Record<string, readonly unknown[]>>, tokens = 60_000) {
  const { model, asked } = createScriptedModel(script);
  const budget = budgetOf(tokens);
  const { signal } = new AbortController();
  return { repairing: { model, request: requestOf(), budget, signal }, asked, budget };
}

/** A section of one paragraph that claims this. */
export function sectionOf(
  text: string,
  passages: readonly string[] = ["S1:u4.1"],
  quote: string | null = null,
) {
  return { paragraphs: [{ claims: [{ text, passages: [...passages] }], quote }] };
}
