import type { Transcript } from "../sources/transcript.ts";

const charactersPerToken = 4;
/** What stands in every request beside the sources: our own words, the schema, the brief, the plan. */
const frameTokens = 1100;
const maxPlanSources = 6000;
const shareOfBudget = 0.25;
const maxSectionSources = 900;
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
  const plan = frameTokens + Math.min(all, maxPlanSources, tokensPerDraft * shareOfBudget) + planAnswer;
  const section = frameTokens + Math.min(all, maxSectionSources) + sectionAnswer;
  return Math.ceil(plan + fewestSections * section + roomForAnswer);
}
