import type { WriteRequest } from "../../ports/writer.ts";
import { describeThin } from "../../sources/describe-thin.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { chooseAngle, chooseHook } from "./choose-hook.ts";
import { chooseStretches } from "./choose-stretches.ts";
import { findStretches, type Stretch } from "./find-stretches.ts";
import type { SentenceIndex, Unit } from "./index-sentences.ts";
import type { Ranking } from "./rank-sentences.ts";
import { titleOf } from "./title-source.ts";

/** What the post is made of: one short sentence to open with, what the angle rests on, and the quotations. */
export type Material = {
  readonly kind: "material";
  readonly hook: Stretch;
  /** Sentences out of the quotations that say what they come to. */
  readonly angle: readonly Stretch[];
  readonly stretches: readonly Stretch[];
  /** More of the same, the best first, that nothing else uses. */
  readonly spare: readonly Stretch[];
  /** What words without a speaker are attributed to. */
  readonly attributionOf: (stretch: Stretch) => string | null;
  /** False when the sources hardly speak of the brief's subject. */
  readonly onSubject: boolean;
};

const minSentences = 3;
/** Unlabelled text shorter than this is a note, not a talk. */
const minTalkWords = 300;

export function chooseMaterial(
  { brief, transcripts }: WriteRequest,
  index: SentenceIndex,
  ranking: Ranking,
): Material | { readonly kind: "declined"; readonly reason: string } {
  const thin = describeThin(transcripts);
  if (thin !== null) return { kind: "declined", reason: thin };
  const mayQuote = quotableUnits(transcripts);
  const onSubject = subjectOf(`${brief.title} ${brief.angle ?? ""} ${brief.notes}`);
  const candidates = [0.35, 0.25, 0.16]
    .map((minQuality) => findStretches({ index, ranking, mayQuote, onSubject, minQuality }))
    .find((found, at) => countSentences(found) >= (at === 2 ? 0 : 12));
  if (!candidates || countSentences(candidates) < minSentences) return decline(transcripts);
  const wanted = new Set(ranking.concepts.flatMap((concepts) => [...concepts]));
  const hook = chooseHook(candidates, wanted) ?? shortest(candidates);
  if (!hook) return decline(transcripts);
  const taken = new Set(hook.units.map((unit) => unit.index));
  const stretches = chooseEnough(candidates, taken, index);
  if (stretches.length === 0) return decline(transcripts);
  for (const stretch of stretches) for (const unit of stretch.units) taken.add(unit.index);
  const least = 0.3 * Math.max(...stretches.map(({ score }) => score));
  const said = new Set(hook.units.map((unit) => unit.sentence.text));
  const spare = candidates.filter(
    ({ score, words, units }) =>
      score >= least &&
      words >= 12 &&
      !units.some((unit) => taken.has(unit.index) || said.has(unit.sentence.text)),
  );
  const angle = chooseAngle(stretches, candidates, wanted);
  return { kind: "material", hook, angle, stretches, spare, attributionOf, onSubject: ranking.onSubject };
}

/** When nothing makes a statement, one sentence of what bears most on the subject still opens the post. */
function shortest(candidates: readonly Stretch[]): Stretch | undefined {
  return candidates.find(({ units }) => units.length === 1) ?? candidates[0];
}

/** Whole stretches where there are enough for three sections; from a short talk shorter ones, down to single sentences. */
function chooseEnough(
  candidates: readonly Stretch[],
  taken: ReadonlySet<number>,
  index: SentenceIndex,
): Stretch[] {
  const attempts = [
    { leastWords: 22, mostSentences: 6 },
    { leastWords: 14, mostSentences: 6 },
    { leastWords: 8, mostSentences: 6 },
    { leastWords: 8, mostSentences: 1 },
  ].map(({ leastWords, mostSentences }) => {
    const fit = candidates.filter(({ words, units }) => words >= leastWords && units.length <= mostSentences);
    return chooseStretches(fit, { most: 9, atLeast: 5, taken }, index);
  });
  return (
    attempts.find((chosen) => chosen.length >= 3) ?? attempts.sort((a, b) => b.length - a.length)[0] ?? []
  );
}

function quotableUnits(transcripts: readonly Transcript[]): (unit: Unit) => boolean {
  const labelled = transcripts.some((transcript) => transcript.kind === "transcript");
  const talks = new Set(
    transcripts.filter((transcript) => !labelled && countWords(transcript) >= minTalkWords),
  );
  return ({ transcript, utterance, sentence }) =>
    sentence.quotable && (utterance.quotable || talks.has(transcript));
}

function countWords(transcript: Transcript): number {
  return transcript.utterances.reduce((sum, utterance) => sum + utterance.text.split(/\s+/).length, 0);
}

function countSentences(stretches: readonly Stretch[]): number {
  return new Set(stretches.flatMap((stretch) => stretch.units.map((unit) => unit.index))).size;
}

function attributionOf(stretch: Stretch): string | null {
  const unit = stretch.units[0];
  return unit && unit.utterance.speaker === null ? titleOf(unit.transcript.source) : null;
}

/** The brief's own words, so that a brief about podcasts may quote talk about podcasts. */
function subjectOf(text: string): RegExp | null {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{4,40}/gu) ?? [])].map((word) =>
    word.replace(/(?:ing|s)$/, ""),
  );
  return words.length > 0 ? new RegExp(`\\b(?:${words.join("|")})`, "iu") : null;
}

function decline(transcripts: readonly Transcript[]): { kind: "declined"; reason: string } {
  const onlyNotes = transcripts.every((transcript) => transcript.kind === "notes");
  const reason = onlyNotes
    ? "The sources name no speakers and hold too little to quote, so there is nothing to build a post on; add a transcript."
    : "The sources hold fewer than three complete sentences that can be quoted, too little for a post; add a longer transcript.";
  return { kind: "declined", reason };
}
