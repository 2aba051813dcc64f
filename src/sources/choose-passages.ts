import { stemmer } from "stemmer";
import { foldWords } from "./fold-words.ts";
import type { Passage } from "./passage.ts";
import { toPassage } from "./quote-passage.ts";
import type { Transcript, Utterance } from "./transcript.ts";

/** Sentences of a long speech that stay together. */
const runLength = 6;
/** What the number, the speaker and the line break of a sentence take. */
const charactersPerSentence = 16;
const saturation = 1.2;
const lengthWeight = 0.6;
/** Words so common that finding them says nothing stand in more than this share of the runs. */
const tooCommon = 0.5;

type Run = {
  readonly passage: Passage;
  readonly terms: readonly string[];
  readonly cost: number;
  readonly source: number;
};

/** Passages in the order of the sources, and how many sentences there was no room for. */
export type ChosenPassages = { readonly passages: readonly Passage[]; readonly leftOut: number };

/**
 * The passages that are about `subject` and fit into `maxCharacters`: ranked by BM25, each lifted a little by
 * its neighbours, so that an answer comes with its question. `keep` goes first; then every source is heard once
 * before any is heard twice. What fits as a whole is taken as a whole.
 */
export function choosePassages(
  transcripts: readonly Transcript[],
  subject: string,
  { maxCharacters, keep = [] }: { readonly maxCharacters: number; readonly keep?: readonly Passage[] },
): ChosenPassages {
  const runs = transcripts.flatMap(listRuns);
  const scores = smooth(scoreRuns(runs, toTerms(subject)), runs);
  const order = orderRuns(runs, scores, keep);
  const chosen = new Set<Run>();
  let left = maxCharacters;
  for (const run of order) {
    if (run.cost > left) continue;
    chosen.add(run);
    left -= run.cost;
  }
  const sentences = (list: readonly Run[]) =>
    list.reduce((sum, { passage }) => sum + passage.lastSentence - passage.firstSentence + 1, 0);
  return {
    passages: runs.filter((run) => chosen.has(run)).map(({ passage }) => passage),
    leftOut: sentences(runs.filter((run) => !chosen.has(run))),
  };
}

function listRuns(transcript: Transcript, source: number): Run[] {
  return transcript.utterances.flatMap((utterance) => {
    const runs: Run[] = [];
    for (let first = 1; first <= utterance.sentences.length; first += runLength) {
      const last = Math.min(first + runLength - 1, utterance.sentences.length);
      runs.push(makeRun(transcript, utterance, { first, last, source }));
    }
    return runs;
  });
}

function makeRun(
  transcript: Transcript,
  utterance: Utterance,
  { first, last, source }: { readonly first: number; readonly last: number; readonly source: number },
): Run {
  const texts = utterance.sentences.slice(first - 1, last).map(({ text }) => text);
  const cost = texts.reduce((sum, text) => sum + text.length + charactersPerSentence, 0);
  const speaker = utterance.speaker?.length ?? 0;
  return {
    passage: toPassage(transcript, utterance, first, last),
    terms: toTerms(texts.join(" ")),
    cost: cost + speaker,
    source,
  };
}

function toTerms(text: string): string[] {
  return foldWords(text)
    .filter((word) => word.length > 2)
    .map(stemmer);
}

function scoreRuns(runs: readonly Run[], subject: readonly string[]): number[] {
  const wanted = new Set(subject);
  const holding = new Map<string, number>();
  for (const { terms } of runs)
    for (const term of new Set(terms)) if (wanted.has(term)) holding.set(term, (holding.get(term) ?? 0) + 1);
  const average = runs.reduce((sum, { terms }) => sum + terms.length, 0) / (runs.length || 1) || 1;
  return runs.map(({ terms }) => {
    const counts = new Map<string, number>();
    for (const term of terms) if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const norm = saturation * (1 - lengthWeight + (lengthWeight * terms.length) / average);
    let score = 0;
    for (const [term, count] of counts) {
      const share = holding.get(term) ?? 0;
      if (runs.length > 10 && share > runs.length * tooCommon) continue;
      score +=
        Math.log(1 + (runs.length - share + 0.5) / (share + 0.5)) *
        ((count * (saturation + 1)) / (count + norm));
    }
    return score;
  });
}

function smooth(scores: readonly number[], runs: readonly Run[]): number[] {
  const beside = (at: number, source: number) => (runs[at]?.source === source ? (scores[at] ?? 0) : 0);
  return scores.map(
    (score, at) =>
      score + 0.3 * (beside(at - 1, runs[at]?.source ?? 0) + beside(at + 1, runs[at]?.source ?? 0)),
  );
}

function orderRuns(runs: readonly Run[], scores: readonly number[], keep: readonly Passage[]): Run[] {
  const ranked = runs
    .map((run, at) => ({ run, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score || b.run.terms.length - a.run.terms.length)
    .map(({ run }) => run);
  const kept = ranked.filter(({ passage }) => keep.some((other) => overlaps(passage, other)));
  const heard = new Set(kept.map(({ source }) => source));
  const firsts = ranked.filter(({ source }) => !heard.has(source) && heard.add(source));
  return [...new Set([...kept, ...(keep.length > 0 ? [] : firsts), ...ranked])];
}

function overlaps(run: Passage, other: Passage): boolean {
  const isAfter = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  return (
    run.source === other.source &&
    !isAfter([run.firstUtterance, run.firstSentence], [other.lastUtterance, other.lastSentence]) &&
    !isAfter([other.firstUtterance, other.firstSentence], [run.lastUtterance, run.lastSentence])
  );
}
