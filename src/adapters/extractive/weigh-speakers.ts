import type { Unit } from "./index-sentences.ts";
import type { Verdict } from "./judge-sentence.ts";

/** Who mostly asks is the host: what they say, and above all on the way to a question, is worth less than the answer. */
export function weighSpeakers(
  units: readonly Unit[],
  verdicts: readonly Pick<Verdict, "isQuestion">[],
): (unit: Unit) => number {
  const said = new Map<string, { questions: number; all: number }>();
  const keyOf = (unit: Unit) => `${unit.transcript.source.id} ${unit.utterance.speaker}`;
  for (const unit of units) {
    const entry = said.get(keyOf(unit)) ?? { questions: 0, all: 0 };
    entry.all++;
    if (verdicts[unit.index]?.isQuestion) entry.questions++;
    said.set(keyOf(unit), entry);
  }
  return (unit) => {
    const entry = said.get(keyOf(unit));
    const share = entry && entry.all > 5 ? entry.questions / entry.all : 0.05;
    const asking = unit.utterance.sentences.slice(-2).some(({ text }) => /\?["'”’)]*$/.test(text)) ? 0.4 : 1;
    return asking * Math.min(1.05, Math.max(0.5, 1.1 - 2 * share));
  };
}

/** "So yeah, Adam, …", "I am Adam": talk to or about one of those present, not to a reader. */
export function recogniseAddress(units: readonly Unit[]): RegExp | null {
  const speakers = new Set(units.flatMap(({ transcript }) => transcript.speakers));
  const names = [...speakers]
    .map((speaker) => /^\p{L}{3,20}/u.exec(speaker)?.[0])
    .filter((name) => name !== undefined);
  return names.length === 0
    ? null
    : new RegExp(
        `(?:^|, )(?:${names.join("|")})(?:,|[.?!]|$)|\\b(?:I'm|I am|this is) (?:${names.join("|")})\\b`,
        "iu",
      );
}

/**
 * Sentences in which captions were put together: a word stands with a capital in the middle although the
 * talk mostly writes it without.
 */
export function findSeams(units: readonly Unit[]): ReadonlySet<Unit> {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  const inner = units.map((unit) => unit.sentence.text.match(/(?<=[\p{L}\p{N}'’,] )\p{L}[\p{L}'’]*/gu) ?? []);
  for (const word of inner.flat()) {
    const counts = /^\p{Ll}/u.test(word) ? small : large;
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  }
  const isSeam = (word: string) =>
    /^\p{Lu}\p{Ll}*$/u.test(word) &&
    !/^I$/.test(word) &&
    (small.get(word.toLowerCase()) ?? 0) > 3 * (large.get(word.toLowerCase()) ?? 0);
  return new Set(units.filter((unit) => inner[unit.index]?.some(isSeam)));
}
