import { readMarkdown } from "../drafting/clean-markdown.ts";
import { foldWords } from "../sources/fold-words.ts";
import type { Transcript } from "../sources/transcript.ts";
import { nearestSpeakers } from "./claims/nearest-speakers.ts";
import { indexSpeech, type Speech } from "./evidence/index-speech.ts";
import { findSpoken, foldQuoted, minQuotedWords } from "./evidence/locate-quotation.ts";
import { findQuotations, type Quotation } from "./find-quotations.ts";
import { describePostLine, type Finding } from "./finding.ts";

/**
 * Checks that every quotation of a post stands word for word in a source, said by the one it is attributed
 * to. What cannot be shown is an error: a quotation too short, without a speaker, from an advert.
 * A visible ellipsis inside a quotation stands for words left out of the same utterance.
 */
export function checkQuotes(markdown: string, transcripts: readonly Transcript[]): Finding[] {
  return checkEach(findQuotations(markdown).map(readQuotation), transcripts);
}

/** The same for quotations that were found elsewhere. */
export function checkEach(quotations: readonly Quotation[], transcripts: readonly Transcript[]): Finding[] {
  return judgeEach(quotations, transcripts).filter((finding) => finding !== null);
}

/** What there is to say of each quotation, in their order; null when it stands in a source. */
export function judgeEach(
  quotations: readonly Quotation[],
  transcripts: readonly Transcript[],
): (Finding | null)[] {
  if (quotations.length === 0) return [];
  const speeches = foldSpeech(transcripts);
  return quotations.map((quotation) => checkQuotation(quotation, speeches, transcripts));
}

/** A draft is checked several times against the same sources: what was said in them is folded once. */
const folded = new WeakMap<readonly Transcript[], readonly Speech[]>();

function foldSpeech(transcripts: readonly Transcript[]): readonly Speech[] {
  const speeches = folded.get(transcripts) ?? indexSpeech(transcripts);
  folded.set(transcripts, speeches);
  return speeches;
}

/** Quotations are compared as the words that people read. */
export function readQuotation(quotation: Quotation): Quotation {
  const { text, before, after, attribution } = quotation;
  return {
    ...quotation,
    text: readMarkdown(text),
    before: readMarkdown(before),
    after: readMarkdown(after),
    attribution: attribution === null ? null : readMarkdown(attribution),
  };
}

function checkQuotation(
  quotation: Quotation,
  speeches: readonly Speech[],
  transcripts: readonly Transcript[],
): Finding | null {
  if (foldWords(quotation.text).length < minQuotedWords)
    return report(
      quotation,
      "quotation-too-short",
      `has fewer than ${minQuotedWords} words and cannot be checked; quote more, or leave out the quotation marks`,
    );
  const quoted = foldQuoted(quotation.text);
  const found = speeches.flatMap((speech) => {
    const run = findSpoken(quoted, speech);
    return run ? [{ ...speech, run }] : [];
  });
  if (found.length === 0)
    return report(
      quotation,
      "quotation-not-found",
      "stands in no source word for word; restore the speaker's words or make it your own sentence without quotation marks",
    );
  const allowed = found.filter(
    ({ transcript, utterance }) => utterance.quotable || transcript.kind === "notes",
  );
  if (allowed.length === 0)
    return report(
      quotation,
      "quotation-not-quotable",
      "comes from an advert, a break or words without a speaker; leave it out",
    );
  const plain = allowed.filter(({ utterance, sentences, run }) =>
    utterance.sentences.slice((sentences[run.from] ?? 1) - 1, sentences[run.to]).every((one) => one.quotable),
  );
  if (plain.length === 0)
    return report(
      quotation,
      "quotation-not-verbatim",
      "holds words that are not the speaker's own: something stands in for a name there, or was not to be heard; tell it in your own words",
    );
  return checkSpeaker(quotation, plain, transcripts);
}

function checkSpeaker(
  quotation: Quotation,
  places: readonly Speech[],
  transcripts: readonly Transcript[],
): Finding | null {
  const labels = transcripts.flatMap((transcript) => transcript.speakers);
  const speakers = new Set(places.map(({ utterance }) => utterance.speaker));
  const named =
    quotation.form === "block"
      ? namedBelow(quotation.attribution, labels)
      : nearestSpeakers(quotation, labels);
  if (
    speakers.has(null) &&
    named.length === 0 &&
    (quotation.form === "inline" || quotation.attribution !== null)
  )
    return null;
  if (quotation.form === "block" && quotation.attribution === null)
    return report(
      quotation,
      "quotation-without-speaker",
      "does not say who speaks; add a line with a dash and the speaker's name",
    );
  if (named.some((label) => speakers.has(label))) return null;
  return named.length === 0
    ? report(
        quotation,
        "quotation-without-speaker",
        "does not name its speaker as the source does; name the speaker next to it",
      )
    : report(
        quotation,
        "quotation-misattributed",
        "is attributed to somebody who did not say it; name the speaker that the source names",
      );
}

function namedBelow(attribution: string | null, labels: readonly string[]): string[] {
  const written = foldWords(attribution ?? "").join(" ");
  const known = labels.filter((label) => foldWords(label).join(" ") === written);
  return known.length > 0 || written === "" || labels.length === 0 ? known : [attribution ?? ""];
}

function report(quotation: Quotation, rule: string, what: string): Finding {
  return {
    rule,
    severity: "error",
    place: describePostLine(quotation.line),
    message: `The quotation in line ${quotation.line} ${what}.`,
  };
}
