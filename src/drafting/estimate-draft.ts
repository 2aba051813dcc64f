import type { Transcript } from "../sources/transcript.ts";

const charactersPerToken = 4;
/** What stands in every request beside the sources: our own words, the schema, the brief, the plan. */
const frameTokens = 1100;
/**
 * What the sources take of the request for the plan, less where less is allowed, and of that for a section: its own
 * passages with what stands around them. With these a draft from five calls of an hour stays below 20,000 tokens, and
 * other shares show the model fewer of the moments that are asked for: `npm run bench -- tokens`.
 */
export const maxPlanSources = 4400;
export const planShareOfBudget = 0.25;
export const maxSectionSources = 1000;
const fewestSections = 3;
/** Answers as they usually are, and the room that the last one must have. */
const planAnswer = 600;
const sectionAnswer = 400;
const roomForAnswer = 3000;

/**
 * About how many tokens a draft from these sources takes at least: a plan and three sections, without repairs. Known
 * before anything is asked, so that what cannot be afforded costs nothing.
 */
export function estimateDraft(transcripts: readonly Transcript[], tokensPerDraft: number): number {
  const characters = transcripts.reduce(
    (sum, { utterances }) => sum + utterances.reduce((length, { text }) => length + text.length, 0),
    0,
  );
  const all = Math.ceil(characters / charactersPerToken);
  const plan = frameTokens + Math.min(all, maxPlanSources, tokensPerDraft * planShareOfBudget) + planAnswer;
  const section = frameTokens + Math.min(all, maxSectionSources) + sectionAnswer;
  return Math.ceil(plan + fewestSections * section + roomForAnswer);
}
