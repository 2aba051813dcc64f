import { readMarkdown } from "../drafting/clean-markdown.ts";
import { foldWords } from "../sources/fold-words.ts";
import type { Transcript, Utterance } from "../sources/transcript.ts";
import { findQuotations, type Quotation } from "./find-quotations.ts";
import type { Finding } from "./finding.ts";
import { nearestSpeakers } from "./nearest-speakers.ts";

/** Fewer words than this can be found almost anywhere: they prove nothing. */
const minWords = 4;

type Spoken = { readonly transcript: Transcript; readonly utterance: Utterance; readonly words: string };

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
  const spoken = foldSpeech(transcripts);
  return quotations.map((quotation) => checkQuotation(quotation, spoken, transcripts));
}

/** A draft is checked several times against the same sources: what was said in them is folded once. */
const folded = new WeakMap<readonly Transcript[], readonly Spoken[]>();

function foldSpeech(transcripts: readonly Transcript[]): readonly Spoken[] {
  const known = folded.get(transcripts);
  if (known) return known;
  const spoken = transcripts.flatMap((transcript) =>
    transcript.utterances.map((utterance) => ({ transcript, utterance, words: padded(utterance.text) })),
  );
  folded.set(transcripts, spoken);
  return spoken;
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
  spoken: readonly Spoken[],
  transcripts: readonly Transcript[],
): Finding | null {
  if (foldWords(quotation.text).length < minWords)
    return report(
      quotation,
      "quotation-too-short",
      `has fewer than ${minWords} words and cannot be checked; quote more, or leave out the quotation marks`,
    );
  const places = spoken.filter(({ words }) => holds(words, quotation.text));
  if (places.length === 0)
    return report(
      quotation,
      "quotation-not-found",
      "stands in no source word for word; restore the speaker's words or make it your own sentence without quotation marks",
    );
  const allowed = places.filter(
    ({ transcript, utterance }) => utterance.quotable || transcript.kind === "notes",
  );
  if (allowed.length === 0)
    return report(
      quotation,
      "quotation-not-quotable",
      "comes from an advert, a break or words without a speaker; leave it out",
    );
  return checkSpeaker(quotation, allowed, transcripts);
}

function checkSpeaker(
  quotation: Quotation,
  places: readonly Spoken[],
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

/** The words one after the other, or the parts between ellipses in their order. */
function holds(words: string, quoted: string): boolean {
  if (words.includes(padded(quoted))) return true;
  const parts = quoted.split(/\\?\[?(?:…|\.{3})\\?\]?/u).filter((part) => foldWords(part).length > 0);
  if (parts.length < 2 || parts.some((part) => foldWords(part).length < minWords)) return false;
  let from = 0;
  return parts.every((part) => {
    const at = words.indexOf(padded(part), from);
    from = at + padded(part).length - 1;
    return at >= 0;
  });
}

function padded(text: string): string {
  return ` ${foldWords(text).join(" ")} `;
}

function report(quotation: Quotation, rule: string, what: string): Finding {
  return {
    rule,
    severity: "error",
    place: `post, line ${quotation.line}`,
    message: `The quotation in line ${quotation.line} ${what}.`,
  };
}
