import { UserError } from "../../../errors.ts";
import { applySpeakers } from "../../../sources/apply-speakers.ts";
import { cleanLabels } from "../../../sources/clean-labels.ts";
import { keepLines } from "../../../sources/keep-lines.ts";
import { leaveOutOffRecord } from "../../../sources/leave-out-off-record.ts";
import { parseTranscript } from "../../../sources/parse-transcript.ts";
import type { Source } from "../../../sources/source.ts";
import type { Speakers } from "../../../sources/speakers.ts";
import type { Transcript } from "../../../sources/transcript.ts";
import { type Pseudonyms, usePseudonyms } from "../../../sources/use-pseudonyms.ts";

type Lines = { readonly first: number; readonly last: number } | null;

/** A source with the lines that are meant, and how its people are treated. */
export type Readable = {
  readonly sources: readonly (Source & { readonly lines: Lines })[];
  /** Who stands behind the labels, and what may be quoted. */
  readonly speakers: Speakers;
  /** What stands in the place of names; nobody who writes sees the names. */
  readonly pseudonyms: Pseudonyms;
};

/** A source that holds nothing to work with, with the reason. */
export type Unreadable = { readonly path: string; readonly reason: string };

/**
 * What a writer may see of the sources: without what was said off the record, without noise, without people who are
 * never passed on, and with pseudonyms in the place of names. `offRecord` counts turns that were left out.
 */
export function readTranscripts({ sources, speakers, pseudonyms }: Readable): {
  transcripts: Transcript[];
  unread: Unreadable[];
  offRecord: number;
} {
  const transcripts: Transcript[] = [];
  const unread: Unreadable[] = [];
  let offRecord = 0;
  for (const source of sources) {
    try {
      // Before anything else is left out: the mark may stand in it.
      const { transcript: onRecord, leftOut } = leaveOutOffRecord(parseTranscript(source));
      const whole = keepLines(onRecord, source.lines);
      const said = { ...whole, utterances: whole.utterances.filter(({ mark }) => mark !== "noise") };
      const transcript = cleanLabels(applySpeakers(said, speakers));
      offRecord += leftOut;
      if (transcript.utterances.length > 0) transcripts.push(usePseudonyms(transcript, pseudonyms));
      else
        unread.push({ path: source.path, reason: describeNothing({ whole, said, leftOut }, source.lines) });
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      unread.push({ path: source.path, reason: thrown.message.replace(/\.$/, "") });
    }
  }
  return { transcripts, unread, offRecord };
}

function describeNothing(
  left: { readonly whole: Transcript; readonly said: Transcript; readonly leftOut: number },
  lines: Lines,
): string {
  const { whole, said, leftOut } = left;
  if (whole.utterances.length === 0 && leftOut > 0) return "what it holds was said off the record";
  if (whole.utterances.length === 0)
    return lines === null ? "it holds no text" : `it holds no words in lines ${lines.first} to ${lines.last}`;
  if (said.utterances.length === 0)
    return "it holds only what a recogniser of speech made of silence or noise";
  return "nobody in it may be quoted, as the speakers file says";
}
