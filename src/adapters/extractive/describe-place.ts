import type { Passage } from "../../sources/passage.ts";
import { toPassage } from "../../sources/quote-passage.ts";
import type { Utterance } from "../../sources/transcript.ts";
import type { Connection } from "./connect-quotations.ts";
import type { PhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";

export function passageOf(stretch: Stretch): Passage | null {
  const [first, last] = [stretch.units[0], stretch.units.at(-1)];
  return first && last
    ? toPassage(first.transcript, first.utterance, first.sentence.number, last.sentence.number)
    : null;
}

/** The quoted words, without the lead that is left out. */
export function wordsOf(stretch: Stretch): string {
  return stretch.units
    .map((unit) => unit.sentence.text)
    .join(" ")
    .slice(stretch.skip);
}

/** The question that a quotation answers: the turn just before, by somebody else, when it ends in one. */
export function questionBefore(stretch: Stretch): Utterance | null {
  const first = stretch.units[0];
  if (!first || first.sentence.number > 8) return null;
  // By number, not by place: a source of which only some lines are meant begins with a later one.
  const before = first.transcript.utterances.find(({ number }) => number === first.utterance.number - 1);
  if (!before || before.speaker === null || before.speaker === first.utterance.speaker) return null;
  return before.text.length > 40 && before.sentences.slice(-2).some(({ text }) => text.endsWith("?"))
    ? before
    : null;
}

/** What a question and its answer have in common, as a phrase. */
export function topicOfQuestion(
  stretch: Stretch,
  question: Utterance,
  findPhrases: PhraseFinder,
): string | null {
  const answer = stretch.units[0]?.utterance.sentences.slice(0, 12).map(({ text }) => text) ?? [];
  const shared = new Set(findPhrases(answer).map(({ text }) => text.toLowerCase()));
  const asked = findPhrases(question.sentences.slice(-5).map(({ text }) => text));
  return asked.find(({ text, topic }) => topic !== null && shared.has(text.toLowerCase()))?.topic ?? null;
}

/** How a quotation stands to the one before it in its section. */
export function placeOf(stretch: Stretch, before: Stretch | undefined): Connection["place"] {
  const own = stretch.units[0];
  const other = before?.units[0];
  if (!own || !other) return "opens-section";
  if (own.utterance === other.utterance) return "same-turn";
  return own.utterance.speaker === other.utterance.speaker && own.transcript === other.transcript
    ? "same-speaker"
    : "other-speaker";
}
