import type { Segment } from "./segment.ts";

/** A word as recognisers list them. */
export type Word = Omit<Segment, "doubt"> & {
  /** True for what is written directly behind the word before: punctuation. */
  readonly isAttached: boolean;
};

/** A silence between words that is more than a breath. */
const pauseMs = 2_000;

/** Words as sentences, each with its own line and time: a new one after a full stop, a pause, another speaker. */
export function joinWords(words: readonly Word[]): Segment[] {
  const segments: Segment[] = [];
  let run: Word[] = [];
  // Marks have no time, and often no speaker, of their own.
  let spoken: Word | undefined;
  const close = () => {
    const segment = joinRun(run);
    if (segment) segments.push(segment);
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    const isNew =
      last !== undefined &&
      !word.isAttached &&
      (word.speaker !== spoken?.speaker || isPause(spoken, word) || /[.!?…。？！]["'”’)]?$/u.test(last.text));
    if (isNew) close();
    run.push(word);
    if (!word.isAttached) spoken = word;
  }
  close();
  return segments;
}

function isPause({ endMs }: Word, { startMs }: Word): boolean {
  return endMs !== null && startMs !== null && startMs - endMs >= pauseMs;
}

function joinRun(run: readonly Word[]): Segment | null {
  const [first] = run;
  if (!first) return null;
  const timed = run.filter(({ startMs, endMs }) => startMs !== null || endMs !== null);
  const placed = run.flatMap(({ place }) => place ?? []);
  const [from, to] = [placed[0], placed.at(-1)];
  return {
    speaker: first.speaker,
    text: run.map(({ text, isAttached }, at) => (at === 0 || isAttached ? text : ` ${text}`)).join(""),
    startMs: timed[0]?.startMs ?? null,
    endMs: timed.at(-1)?.endMs ?? null,
    place: from && to ? { line: from.line, first: from.first, last: to.last } : null,
  };
}
