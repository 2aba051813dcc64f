import type { CueLine } from "./read-cue-text.ts";

/** A cue whose text has been read. */
export type ReadCue = {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly CueLine[];
};

/** A file rolls when at least this share of its neighbouring cues show a line again. */
const rollingShare = 0.3;
/** Captions that roll follow each other at once. */
const maxGapMs = 1_500;

/**
 * Live captions show what was said again and again. Three habits are undone, where the file as a whole has
 * them: a line that rolls up into the next cue, a cue that grows word by word, a cue that is there twice.
 * Somebody who says "Yes." twice has said it twice.
 */
export function dropRepeats(cues: readonly ReadCue[]): ReadCue[] {
  const once = cues.filter((cue, at) => !isSameCue(cue, cues[at - 1]));
  const spoken = once.filter(({ lines }) => lines.length > 0);
  const pairs = spoken.slice(1).map((cue, at) => [spoken[at] ?? cue, cue] as const);
  const share = (repeats: typeof rollsOn) =>
    pairs.filter(([before, cue]) => isNear(before, cue) && repeats(before, cue)).length / (pairs.length || 1);
  if (share(grows) >= rollingShare) return dropGrowing(spoken);
  return share(rollsOn) >= rollingShare ? dropRolled(spoken) : once;
}

function isSameCue(cue: ReadCue, before: ReadCue | undefined): boolean {
  return (
    before !== undefined &&
    cue.startMs === before.startMs &&
    cue.endMs === before.endMs &&
    textOf(cue) === textOf(before)
  );
}

function isNear(before: ReadCue, cue: ReadCue): boolean {
  return cue.startMs - before.endMs <= maxGapMs;
}

/** The next cue has more than one line and begins with this one's last, or it holds a line over for a moment. */
function rollsOn(before: ReadCue, cue: ReadCue): boolean {
  const last = before.lines.at(-1)?.text;
  if (cue.lines[0]?.text !== last) return false;
  return cue.lines.length > 1 || before.lines.length > 1;
}

function grows(before: ReadCue, cue: ReadCue): boolean {
  const [shorter, longer] = [textOf(before), textOf(cue)];
  return cue.lines.length === before.lines.length && longer.startsWith(`${shorter} `);
}

function dropGrowing(cues: readonly ReadCue[]): ReadCue[] {
  const kept: ReadCue[] = [];
  for (const cue of cues) {
    const before = kept.at(-1);
    if (before && isNear(before, cue) && (grows(before, cue) || textOf(before) === textOf(cue)))
      kept[kept.length - 1] = { ...cue, startMs: before.startMs };
    else kept.push(cue);
  }
  return kept;
}

function dropRolled(cues: readonly ReadCue[]): ReadCue[] {
  let shown: readonly string[] = [];
  return cues.map((cue) => {
    const lines = cue.lines.filter(({ text }) => !shown.includes(text));
    shown = cue.lines.slice(-2).map(({ text }) => text);
    return { ...cue, lines };
  });
}

function textOf({ lines }: ReadCue): string {
  return lines.map(({ text }) => text).join(" ");
}
