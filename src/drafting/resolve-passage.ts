import { foldWords } from "../sources/fold-words.ts";
import { type Passage, type PassageId, parsePassageId } from "../sources/passage.ts";
import { quotePassage } from "../sources/quote-passage.ts";
import type { Transcript, Utterance } from "../sources/transcript.ts";
import { checkStatement, type Statement } from "./check-statement.ts";
import { createSpeechFinder } from "./find-speech.ts";
import { findForeignLanguage } from "./guess-language.ts";
import { listKnownAddresses } from "./known-addresses.ts";

/** Longer stretches prove everything. */
const maxSentences = 12;
const maxUtterances = 4;
const minQuotedWords = 4;
const maxQuotedWords = 110;
const sampledPassages = 30;

/** Passages by their written ids, as far as a model was shown them. */
export type Resolver = {
  /** The passage, or what is wrong with the id, in words for the model. */
  readonly resolve: (id: string) => Passage | string;
  /** The same for one that is to be quoted word for word. */
  readonly resolveQuotation: (id: string) => Passage | string;
  /** A sentence as it can stand: with no address but those of the brief and of what was shown, and nobody's words. */
  readonly check: (written: string) => Statement;
  /** The language of some written sentences where it is neither the brief's nor that of what was shown; else null. */
  readonly findForeign: (written: string) => string | null;
};

type Ends = { readonly first: Utterance; readonly last: Utterance };

/** Resolves what stands in `shown` and nothing else: an id that was never shown is a guess, even if it exists. */
export function createResolver(
  shown: readonly Passage[],
  transcripts: readonly Transcript[],
  brief = "",
): Resolver {
  const sentences = new Map<string, Set<number>>();
  for (const { source, firstUtterance, firstSentence, lastSentence } of shown) {
    const key = `${source}:${firstUtterance}`;
    const known = sentences.get(key) ?? new Set();
    for (let number = firstSentence; number <= lastSentence; number += 1) known.add(number);
    sentences.set(key, known);
  }
  const resolve = (written: string): Passage | string => {
    const id = parsePassageId(written);
    if (!id) return `${printable(written)} is not the number of a passage; they look like S1:u2.3`;
    const transcript = transcripts.find(({ source }) => source.id === id.source);
    const place = transcript && locate(id, transcript, sentences);
    return place ?? `${printable(written)} is not among the passages that you were shown`;
  };
  const isSpeech = createSpeechFinder(transcripts.flatMap(({ speakers }) => speakers));
  const addresses = listKnownAddresses(shown, transcripts, brief);
  return {
    resolve,
    resolveQuotation: (id) => checkQuotable(resolve(id), id, transcripts),
    check: (written) => checkStatement(written, (address) => addresses.has(address), isSpeech),
    findForeign: (written) =>
      findForeignLanguage(written, { brief, sources: sampleWords(shown, transcripts) }),
  };
}

/** Enough of what was shown to know its language. */
function sampleWords(shown: readonly Passage[], transcripts: readonly Transcript[]): string {
  return shown
    .slice(0, sampledPassages)
    .flatMap((passage) => {
      const transcript = transcripts.find(({ source }) => source.id === passage.source);
      const utterance = transcript?.utterances.find(({ number }) => number === passage.firstUtterance);
      return utterance?.sentences.slice(passage.firstSentence - 1, passage.lastSentence) ?? [];
    })
    .map(({ text }) => text)
    .join(" ");
}

function locate(
  id: PassageId,
  transcript: Transcript,
  shown: ReadonlyMap<string, ReadonlySet<number>>,
): Passage | undefined {
  const find = (number: number) => transcript.utterances.find((utterance) => utterance.number === number);
  const [first, last] = [find(id.firstUtterance), find(id.lastUtterance)];
  const own = shown.get(`${id.source}:${id.firstUtterance}`);
  if (!first || !last || !own) return undefined;
  const from = id.firstSentence ?? Math.min(...own);
  const to = id.lastSentence ?? Math.max(...own);
  const isShown = own.has(from) && shown.get(`${id.source}:${id.lastUtterance}`)?.has(to);
  const isOrdered =
    first === last ? from <= to && to - from < maxSentences : isShortRun(id.firstUtterance, id.lastUtterance);
  return isShown && isOrdered ? toPassage(transcript, { first, last }, from, to) : undefined;
}

function isShortRun(first: number, last: number): boolean {
  return first < last && last - first < maxUtterances;
}

function toPassage({ source }: Transcript, { first, last }: Ends, from: number, to: number): Passage {
  return {
    source: source.id,
    path: source.path,
    firstUtterance: first.number,
    firstSentence: from,
    lastUtterance: last.number,
    lastSentence: to,
    firstLine: first.sentences[from - 1]?.firstLine ?? first.firstLine,
    lastLine: last.sentences[to - 1]?.lastLine ?? last.lastLine,
  };
}

function checkQuotable(
  passage: Passage | string,
  id: string,
  transcripts: readonly Transcript[],
): Passage | string {
  if (typeof passage === "string") return passage;
  const transcript = transcripts.find(({ source }) => source.id === passage.source);
  const utterance = transcript?.utterances.find(({ number }) => number === passage.firstUtterance);
  const quoted = quotePassage(passage, transcripts);
  if (transcript?.kind !== "transcript" || !utterance?.quotable || !quoted?.speaker)
    return `${printable(id)} cannot be quoted; choose sentences of one speech, or leave the quotation out`;
  const words = foldWords(quoted.text).length;
  if (words < minQuotedWords) return `${printable(id)} is too short to be quoted; choose a fuller sentence`;
  if (words > maxQuotedWords) return `${printable(id)} is too long to be quoted; choose its best sentences`;
  return passage;
}

/** What a model wrote goes back to that model only, and short. */
function printable(id: string): string {
  return `"${id.replace(/[^\w:.\- ]/g, "?").slice(0, 40)}"`;
}
