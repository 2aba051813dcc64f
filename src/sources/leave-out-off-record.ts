import { isBackOnRecord, type OffRecordMark, readOffRecordMark } from "./off-record-marks.ts";
import type { Transcript, Utterance } from "./transcript.ts";

/**
 * How far a mark reaches ahead when nobody says that the record begins again: both, so that neither short cues nor
 * long speeches cut it off too early.
 */
const least = { turns: 4, words: 120 } as const;

/** What stays, and how many turns were left out. */
export type OnRecord = { readonly transcript: Transcript; readonly leftOut: number };

/**
 * A transcript without what was said off the record. The turn that says so is left out as a whole. A mark of what
 * was said before takes what stands between it and its speaker's turn before, that turn included; a mark of what
 * comes takes everything up to "back on the record", or else the next four turns and 120 words at the least.
 */
export function leaveOutOffRecord(transcript: Transcript): OnRecord {
  const marked = findOffRecord(transcript.utterances);
  if (marked.size === 0) return { transcript, leftOut: 0 };
  const utterances = transcript.utterances.filter(({ number }) => !marked.has(number));
  const speakers = [...new Set(utterances.flatMap(({ speaker }) => speaker ?? []))];
  return { transcript: { ...transcript, utterances, speakers }, leftOut: marked.size };
}

/** The numbers of the utterances that were said off the record. */
function findOffRecord(utterances: readonly Utterance[]): ReadonlySet<number> {
  const marked = new Set<number>();
  const add = (from: number, to: number) => {
    for (const { number } of utterances.slice(from, to + 1)) marked.add(number);
  };
  for (const at of utterances.keys()) {
    const own = readOffRecordMark(utterances[at]?.text ?? "");
    const mark = own ?? readAcross(utterances[at], utterances[at + 1]);
    if (!mark) continue;
    const end = own ? at : at + 1;
    add(mark.back ? findBefore(utterances, at) : at, mark.ahead ? findEnd(utterances, end) : end);
  }
  return marked;
}

/** A recogniser of speech may end a turn in the middle of "off the | record". */
function readAcross(turn: Utterance | undefined, next: Utterance | undefined): OffRecordMark | null {
  if (!turn || !next || readOffRecordMark(next.text)) return null;
  return readOffRecordMark(`${turn.text.slice(-60)} ${next.text.slice(0, 60)}`);
}

/** The turn of the same speaker before; the turn before where nobody is named. */
function findBefore(utterances: readonly Utterance[], at: number): number {
  const speaker = utterances[at]?.speaker ?? null;
  const before =
    speaker === null
      ? at - 1
      : utterances.findLastIndex((one, index) => index < at && one.speaker === speaker);
  return before < 0 ? at : Math.max(before, at - 4);
}

function findEnd(utterances: readonly Utterance[], at: number): number {
  const back = utterances.findIndex(({ text }, index) => index > at && isBackOnRecord(text));
  if (back >= 0) return back;
  let words = 0;
  let end = at + 1;
  for (; end < utterances.length - 1; end += 1) {
    words += utterances[end]?.text.split(/\s+/).length ?? 0;
    if (end - at >= least.turns && words >= least.words) break;
  }
  return end;
}
