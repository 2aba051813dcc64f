import type { SentenceIndex, Unit } from "./index-sentences.ts";
import { judgeSentence, type Verdict } from "./judge-sentence.ts";
import type { Ranking } from "./rank-sentences.ts";
import { countTerms } from "./read-terms.ts";

/** One to four sentences of one speaker, one after the other, that can be quoted as they stand. */
export type Stretch = {
  readonly units: readonly Unit[];
  readonly words: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly relevance: number;
  readonly score: number;
  /** Characters left out before the first sentence proper: a quotation begins after "And so". */
  readonly skip: number;
  readonly quality: number;
  /** What its length made of the score. */
  readonly lengthFactor: number;
};

const maxSentences = 4;
const maxWords = 95;

export type StretchRequest = {
  readonly index: SentenceIndex;
  readonly ranking: Pick<Ranking, "relevance" | "touches">;
  /** True for sentences that may be quoted at all. */
  readonly mayQuote: (unit: Unit) => boolean;
  readonly onSubject: RegExp | null;
  readonly minQuality: number;
};

/** Every stretch that opens and ends by itself, the best first. */
export function findStretches(request: StretchRequest): Stretch[] {
  const { index, ranking } = request;
  const vocative = callsByName(index.units);
  const verdicts = index.units.map(({ sentence }) => {
    const verdict = judgeSentence(sentence.text, request.onSubject);
    return vocative?.test(sentence.text) ? { ...verdict, quality: verdict.quality * 0.3 } : verdict;
  });
  const trust = weighSpeakers(index.units, verdicts);
  const found: Stretch[] = [];
  for (const first of index.units) {
    const units: Unit[] = [];
    for (let at = first.index; at < first.index + maxSentences; at++) {
      const unit = index.units[at];
      const verdict = verdicts[at];
      if (!unit || !verdict || !follows(first, unit) || !request.mayQuote(unit)) break;
      if (verdict.quality < request.minQuality) break;
      units.push(unit);
      if (at === first.index && (!verdict.opens || verdict.isQuestion)) break;
      if (!verdict.ends || verdict.isQuestion) continue;
      const stretch = measure(units, verdicts, ranking, trust);
      if (stretch) found.push(stretch);
    }
  }
  return found.sort((a, b) => b.score - a.score || (a.units[0]?.index ?? 0) - (b.units[0]?.index ?? 0));
}

function follows(first: Unit, unit: Unit): boolean {
  return unit.utterance === first.utterance && unit.sentence.paragraph === first.sentence.paragraph;
}

function measure(
  units: readonly Unit[],
  verdicts: readonly Verdict[],
  { relevance, touches }: StretchRequest["ranking"],
  trust: (unit: Unit) => number,
): Stretch | null {
  const words = units.reduce((sum, unit) => sum + unit.sentence.text.split(/\s+/).length, 0);
  const first = units[0];
  if (!first || words > maxWords || words < 8) return null;
  const skip = verdicts[first.index]?.lead ?? 0;
  const startsLow = /^\p{Ll}/u.test(first.sentence.text.slice(skip));
  const own = units.map((unit) => relevance[unit.index] ?? 0);
  const bearing = 0.6 * mean(own) + 0.4 * Math.max(...own);
  const qualities = units.map((unit) => verdicts[unit.index]?.quality ?? 0);
  const quality = 0.5 * mean(qualities) + 0.5 * Math.min(...qualities);
  const length = words < 14 ? 0.6 : words < 22 ? 0.85 : words <= 75 ? 1 : 0.85;
  const substance = Math.min(1, units.reduce((sum, unit) => sum + unit.length, 0) / words / 0.3);
  return {
    units: [...units],
    words,
    terms: countTerms(
      units.flatMap((unit) => [...unit.terms].flatMap(([term, n]) => Array<string>(n).fill(term))),
    ),
    relevance: bearing,
    score:
      bearing *
      closeness(units, touches) *
      quality *
      length *
      substance *
      trust(first) *
      (startsLow ? 0.82 : 1),
    skip,
    quality,
    lengthFactor: length,
  };
}

/** What neither uses the brief's words nor stands next to a sentence that does is only near the subject. */
function closeness(units: readonly Unit[], touches: readonly boolean[]): number {
  if (units.some((unit) => touches[unit.index])) return 1;
  const [first, last] = [units[0]?.index ?? 0, units.at(-1)?.index ?? 0];
  return touches[first - 1] || touches[last + 1] ? 0.75 : 0.45;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Who mostly asks is the host: what they say is worth less than what they are told. */
function weighSpeakers(units: readonly Unit[], verdicts: readonly Verdict[]): (unit: Unit) => number {
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
    return Math.min(1.05, Math.max(0.6, 1.1 - 1.6 * share));
  };
}

/** "So yeah, Adam, …", "I am Adam": talk to or about one of those present, not to a reader. */
function callsByName(units: readonly Unit[]): RegExp | null {
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
