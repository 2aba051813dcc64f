import type { Transcript } from "../sources/transcript.ts";

const charactersPerToken = 4;
/** What stands in every request beside the sources: our own words, the schema, the brief, the plan. */
const frameTokens = 1100;
/**
 * What the sources take of the request for the plan, beside a brief of no length and at least, and of that for a section:
 * its own passages with what stands around them. With these a draft from five calls of an hour stays below 20,000 tokens
 * with its judge, and other shares show the model fewer of the moments that are asked for: `npm run bench -- tokens`.
 */
const mostPlanSources = 5700;
const fewestPlanSources = 3000;
export const maxSectionSources = 750;
const shareOfBudget = 0.25;
/** The brief stands in the request for the plan, in those for up to five sections, and in that for the announcement. */
const requestsWithBrief = 7;
const fewestSections = 3;
/** Answers as they usually are, and the room that the last one must have. */
const planAnswer = 600;
const sectionAnswer = 400;
const roomForAnswer = 3000;

/** The room for sources in the request for the plan: a long brief leaves less. */
export function roomForPlan(briefTokens: number, tokensPerDraft: number): number {
  const left = Math.max(fewestPlanSources, mostPlanSources - requestsWithBrief * briefTokens);
  return Math.min(left, tokensPerDraft * shareOfBudget);
}

/**
 * About how many tokens a draft from these sources takes: a plan and three sections, without repairs, and the room that
 * the last answer must have. Known before anything is asked, so that what cannot be afforded costs nothing.
 */
export function estimateDraft(transcripts: readonly Transcript[], tokensPerDraft: number): number {
  const characters = transcripts.reduce(
    (sum, { utterances }) => sum + utterances.reduce((length, { text }) => length + text.length, 0),
    0,
  );
  const all = Math.ceil(characters / charactersPerToken);
  const plan = frameTokens + Math.min(all, fewestPlanSources, tokensPerDraft * shareOfBudget) + planAnswer;
  const section = frameTokens + Math.min(all, maxSectionSources) + sectionAnswer;
  return Math.ceil(plan + fewestSections * section + roomForAnswer);
}
