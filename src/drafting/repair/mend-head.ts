import { z } from "zod";
import { describePassage } from "../../sources/passage.ts";
import { splitPassages } from "../../sources/split-passages.ts";
import type { Composition } from "../composition.ts";
import { describeBrief } from "../describe-brief.ts";
import { fencePassages } from "../fence-sources.ts";
import { judgePlan, type Plan, PlanAnswer } from "../judge-plan.ts";
import { createResolver } from "../resolve-passage.ts";
import { askForRepair, type Repairing } from "./ask-for-repair.ts";
import type { Objection } from "./objection.ts";

const maxOutputTokens = 1000;
/** Of each section, beside those of the hook. */
const shownPassages = 2;

const HeadAnswer = PlanAnswer.omit({ sections: true }).extend({
  headings: z.array(z.string().min(1).max(300)).max(12).describe("the sections' headings, in their order"),
});
type HeadAnswer = z.infer<typeof HeadAnswer>;

/**
 * Title, hook, angle and headings with their objections mended, judged as a plan is. What the brief gives as hook or
 * angle is the asker's, and stays. Null when nothing came of it.
 */
export async function mendHead(
  repairing: Repairing,
  composition: Composition,
  objections: readonly Objection[],
): Promise<Composition | null> {
  const { plan } = composition;
  const { brief, series, transcripts } = repairing.request;
  const own = plan.sections.flatMap(({ passages }) => passages);
  const best = plan.sections.flatMap(({ passages }) => passages.slice(0, shownPassages));
  const hook = plan.opening?.passages ?? [];
  const answer = await askForRepair(
    repairing,
    {
      name: "head",
      schema: HeadAnswer,
      written: describeHead(plan),
      sources: fencePassages(splitPassages([...hook, ...best], transcripts), transcripts),
      maxOutputTokens,
    },
    objections,
  );
  if (answer === null) return null;
  const known = splitPassages([...hook, ...own], transcripts);
  const resolver = createResolver(known, transcripts, describeBrief(brief, series));
  const { plan: mended } = judgePlan(fillPlan(answer, plan), brief, resolver);
  if (mended.sections.length === 0) return null;
  // One whose new heading does not stand would be missing, with all that is written in it.
  const sections = mended.sections.length === plan.sections.length ? mended.sections : plan.sections;
  const isAbout = (...places: readonly Objection["at"][]) => objections.some(({ at }) => places.includes(at));
  const stands = (text: string) => "text" in resolver.check(text);
  return {
    ...composition,
    plan: {
      ...mended,
      ...(stands(answer.title) || isAbout("title") ? {} : pick(plan, "title", "slug")),
      ...(mended.opening !== null || isAbout("hook", 1) ? {} : pick(plan, "hook", "opening")),
      ...(stands(answer.angle) || isAbout("angle") ? {} : pick(plan, "angle")),
      sections,
    },
  };
}

/** What nothing was wrong with, and has come back so that it does not stand. */
function pick<K extends keyof Plan>(plan: Plan, ...keys: readonly K[]): Pick<Plan, K> {
  return Object.fromEntries(keys.map((key) => [key, plan[key]])) as Pick<Plan, K>;
}

function describeHead({ title, slug, hook, opening, angle, sections }: Plan): HeadAnswer {
  return {
    title,
    slug,
    hook,
    hookPassages: opening?.passages.map(describePassage) ?? [],
    angle,
    headings: sections.map(({ heading }) => heading),
  };
}

function fillPlan({ headings, ...head }: HeadAnswer, { sections }: Plan): PlanAnswer {
  return {
    ...head,
    sections: sections.map(({ heading, point, passages }, at) => ({
      heading: headings[at] ?? heading,
      point,
      passages: passages.map(describePassage),
    })),
  };
}
