import type { WriteRequest } from "../../ports/writer.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { chooseStretches } from "./choose-stretches.ts";
import { findStretches, type Stretch } from "./find-stretches.ts";
import type { SentenceIndex, Unit } from "./index-sentences.ts";
import type { Ranking } from "./rank-sentences.ts";
import { readTerms } from "./read-terms.ts";
import { titleOf } from "./title-source.ts";

/** What the post is made of: one short sentence to open with, one for the angle, and the quotations. */
export type Material = {
  readonly kind: "material";
  readonly hook: Stretch;
  readonly angle: Stretch | null;
  readonly stretches: readonly Stretch[];
  /** More of the same, the best first, that nothing else uses. */
  readonly spare: readonly Stretch[];
  /** What words without a speaker are attributed to. */
  readonly attributionOf: (stretch: Stretch) => string | null;
};

const minSentences = 3;
/** Unlabelled text shorter than this is a note, not a talk. */
const minTalkWords = 300;

export function chooseMaterial(
  { brief, transcripts }: WriteRequest,
  index: SentenceIndex,
  ranking: Ranking,
): Material | { readonly kind: "declined"; readonly reason: string } {
  const mayQuote = quotableUnits(transcripts);
  const onSubject = subjectOf(`${brief.title} ${brief.angle ?? ""} ${brief.notes}`);
  const candidates = [0.35, 0.25, 0.16]
    .map((minQuality) => findStretches({ index, ranking, mayQuote, onSubject, minQuality }))
    .find((found, at) => countSentences(found) >= (at === 2 ? 0 : 12));
  if (!candidates || countSentences(candidates) < minSentences) return decline(transcripts);
  const wanted = new Set(readTerms(brief.title));
  const singles = candidates.filter(
    (stretch) => stretch.units.length === 1 && stretch.words >= 9 && stretch.words <= 30,
  );
  const hook = [...singles].sort((a, b) => punch(b, wanted) - punch(a, wanted))[0] ?? candidates[0];
  if (!hook) return decline(transcripts);
  const taken = new Set(hook.units.map((unit) => unit.index));
  const chosen = chooseEnough(candidates, taken, index);
  if (chosen.length === 0) return decline(transcripts);
  for (const stretch of chosen) for (const unit of stretch.units) taken.add(unit.index);
  const isFree = (stretch: Stretch) => stretch.units.every((unit) => !taken.has(unit.index));
  const angle = chooseAngle({ candidates: candidates.filter(isFree), chosen, hook, wanted });
  const stretches = chosen.filter((stretch) => stretch !== angle);
  for (const unit of angle?.units ?? []) taken.add(unit.index);
  const least = 0.2 * (candidates[0]?.score ?? 0);
  const spare = candidates.filter(
    (stretch) => stretch.score >= least && stretch.words >= 12 && isFree(stretch),
  );
  return { kind: "material", hook, angle, stretches, spare, attributionOf };
}

/** A line for the angle that stands nowhere else; where the post has plenty, one of its own single sentences. */
function chooseAngle(from: {
  readonly candidates: readonly Stretch[];
  readonly chosen: readonly Stretch[];
  readonly hook: Stretch;
  readonly wanted: ReadonlySet<string>;
}): Stretch | null {
  const { candidates, chosen, hook, wanted } = from;
  const bears = (stretch: Stretch) =>
    stretch.units.length === 1 &&
    stretch.words >= 10 &&
    stretch.words <= 35 &&
    stretch.quality >= 0.6 &&
    countShared(stretch, wanted) >= 1 &&
    stretch.relevance >= 0.45 * hook.relevance;
  const best = (stretches: readonly Stretch[]) =>
    stretches.filter(bears).sort((a, b) => punch(b, wanted) - punch(a, wanted))[0] ?? null;
  return best(candidates) ?? (chosen.length >= 8 ? best(chosen) : null);
}

/** Whole stretches where there are enough for three sections; from a short talk shorter ones, down to single sentences. */
function chooseEnough(
  candidates: readonly Stretch[],
  taken: ReadonlySet<number>,
  index: SentenceIndex,
): Stretch[] {
  const attempts = [
    { leastWords: 14, mostSentences: 4 },
    { leastWords: 8, mostSentences: 4 },
    { leastWords: 8, mostSentences: 1 },
  ].map(({ leastWords, mostSentences }) => {
    const fit = candidates.filter(({ words, units }) => words >= leastWords && units.length <= mostSentences);
    return chooseStretches(fit, { most: 10, atLeast: 6, taken }, index);
  });
  return (
    attempts.find((chosen) => chosen.length >= 3) ?? attempts.sort((a, b) => b.length - a.length)[0] ?? []
  );
}

/** A hook is short, on the subject, about more than the speaker, and points to nothing outside itself. */
function punch(stretch: Stretch, wanted: ReadonlySet<string>): number {
  const text = stretch.units[0]?.sentence.text ?? "";
  const personal = /\b(?:I|I'm|I've|my|me|we|our|you|your)\b/i.test(text) ? 0.7 : 1;
  const leaning =
    /\b(?:they|them|their|he|she|his|her|it|this|that|these|those|another|other|also|same|such)\b/i.test(text)
      ? 0.4
      : 1;
  const conditional = /^(?:once|if|when|because|since|while|although|as)\b/i.test(text) ? 0.6 : 1;
  const length = stretch.words >= 10 && stretch.words <= 24 ? 1 : 0.8;
  const onSubject =
    0.25 + 0.75 * Math.min(1, countShared(stretch, wanted) / Math.min(2, Math.max(1, wanted.size)));
  return (
    (stretch.score / stretch.lengthFactor) *
    stretch.quality *
    personal *
    leaning *
    conditional *
    length *
    onSubject
  );
}

function countShared(stretch: Stretch, wanted: ReadonlySet<string>): number {
  return [...stretch.terms.keys()].filter((term) => wanted.has(term)).length;
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
