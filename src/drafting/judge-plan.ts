import { z } from "zod";
import type { Brief } from "../sources/brief.ts";
import { foldWords } from "../sources/fold-words.ts";
import type { Passage } from "../sources/passage.ts";
import { checkStatement, problemSentences } from "./check-statement.ts";
import { dropHiddenCharacters } from "./clean-markdown.ts";
import { chooseSlug } from "./make-slug.ts";
import type { Resolver } from "./resolve-passage.ts";
import { tidyTitle } from "./tidy-title.ts";

const maxSections = 5;
const minSections = 3;

/** What the model is asked for at the step `plan`. */
export const PlanAnswer = z.object({
  title: z.string().min(1).max(300).describe("the post's title, at most ten words"),
  slug: z
    .string()
    .max(300)
    .describe("two to eight words of the title in their order, lower case, with hyphens"),
  hook: z.string().min(1).max(1000).describe("one or two sentences that open the post"),
  hookPassages: z.array(z.string()).max(30).describe("numbers of the passages that the hook rests on"),
  angle: z
    .string()
    .min(1)
    .max(1000)
    .describe("what this post says that others do not, in one or two sentences"),
  sections: z
    .array(
      z.object({
        heading: z.string().min(1).max(300).describe("at most eight words"),
        point: z.string().min(1).max(1000).describe("what the section shows, in one sentence"),
        passages: z.array(z.string()).max(60).describe("numbers of the passages that it rests on"),
      }),
    )
    .min(1)
    .max(12),
});
export type PlanAnswer = z.infer<typeof PlanAnswer>;

export type PlannedSection = {
  readonly heading: string;
  readonly point: string;
  readonly passages: readonly Passage[];
};

/** A plan that holds only what can be vouched for. `opening`: the hook as the post's first paragraph. */
export type Plan = {
  readonly title: string;
  readonly slug: string;
  readonly hook: string;
  readonly opening: { readonly text: string; readonly passages: readonly Passage[] } | null;
  readonly angle: string;
  readonly sections: readonly PlannedSection[];
};

/**
 * Takes of the model's plan what stands, and says, in words for the model, what does not. What a person wrote
 * into the brief as hook or angle goes before what the model proposes.
 */
export function judgePlan(
  answer: PlanAnswer,
  brief: Brief,
  resolver: Pick<Resolver, "resolve" | "check" | "findForeign">,
): { plan: Plan; complaints: string[] } {
  const { resolve, findForeign } = resolver;
  const complaints: string[] = [];
  const check = (place: string, written: string): string | null => {
    const checked = resolver.check(written);
    if ("text" in checked) return checked.text;
    complaints.push(`${place} ${problemSentences[checked.problem]}.`);
    return null;
  };
  const find = (place: string, ids: readonly string[]): Passage[] => {
    const found = ids.map(resolve);
    for (const one of found) if (typeof one === "string") complaints.push(`${place}: ${one}.`);
    return found.filter((one) => typeof one !== "string");
  };

  const headings = new Set<string>();
  const sections = answer.sections.flatMap((section, at): PlannedSection[] => {
    const place = `sections[${at}]`;
    const heading = check(`${place}.heading`, section.heading);
    const point = check(`${place}.point`, section.point);
    const passages = find(`${place}.passages`, section.passages);
    if (passages.length === 0) complaints.push(`${place} rests on no passage; name some, or leave it out.`);
    if (heading === null || point === null || passages.length === 0) return [];
    const key = foldWords(heading).join(" ");
    if (headings.has(key)) {
      complaints.push(`${place} has the heading of an earlier one; make it another, or leave it out.`);
      return [];
    }
    headings.add(key);
    return [{ heading: heading.replace(/[.:]$/, ""), point, passages }];
  });
  if (answer.sections.length < minSections || answer.sections.length > maxSections)
    complaints.push(`There are to be ${minSections} to ${maxSections} sections.`);

  const title = tidyTitle(check("title", answer.title) ?? "") || tidyTitle(brief.title) || "Untitled";
  const hook = check("hook", answer.hook);
  const hookPassages = find("hookPassages", answer.hookPassages);
  if (hookPassages.length === 0) complaints.push("hookPassages names no passage that the hook rests on.");
  const angle = check("angle", answer.angle);
  // A hook states something, before anybody has read the post: one of the model's stands on passages or not at all.
  // An angle is a view.
  const founded = hookPassages.length > 0 ? hook : null;
  const view = oneLine(brief.angle) ?? angle;
  const language = findForeign(describeWords(answer));
  if (language !== null)
    complaints.push(`The plan is written in ${language}; write in the language of the brief.`);
  const plan: Plan = {
    title,
    slug: chooseSlug(answer.slug, title),
    hook: oneLine(brief.hook) ?? founded ?? view ?? title,
    opening: chooseOpening(brief, founded, hookPassages),
    angle: view ?? founded ?? title,
    // A plan in another language is none: nobody could mend it sentence by sentence.
    sections: language === null ? sections.slice(0, maxSections) : [],
  };
  return { plan, complaints };
}

function describeWords({ title, hook, angle, sections }: PlanAnswer): string {
  return [title, hook, angle, ...sections.flatMap(({ heading, point }) => [heading, point])].join(". ");
}

/** A person's own hook may rest on nothing. */
function chooseOpening(brief: Brief, hook: string | null, passages: readonly Passage[]): Plan["opening"] {
  const own = brief.hook === null ? null : checkStatement(brief.hook, () => true);
  if (own !== null && "text" in own) return { text: own.text, passages: [] };
  return hook === null ? null : { text: hook, passages };
}

function oneLine(text: string | null): string | null {
  return (
    dropHiddenCharacters(text ?? "")
      .replace(/\s+/gu, " ")
      .trim() || null
  );
}
