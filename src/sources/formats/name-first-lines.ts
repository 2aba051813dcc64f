import type { ReadCue } from "./drop-repeats.ts";
import { looksLikeName } from "./names.ts";

/** At least this share of the cues open with a line that is a name. */
const habit = 0.8;

/**
 * Cues of the documents that Teams writes: the first line is who speaks, the words begin on the second. Where
 * nearly every cue is like that, and names come back, the first line becomes the voice; other files stay as they are.
 */
export function nameFirstLines(cues: readonly ReadCue[]): readonly ReadCue[] {
  const spoken = cues.filter(({ lines }) => lines.length > 0);
  const named = spoken.filter(opensWithName);
  const names = new Set(named.map(({ lines }) => lines[0]?.text));
  const isHabit =
    named.length >= 2 && named.length >= spoken.length * habit && names.size * 2 <= named.length + 1;
  if (!isHabit) return cues;
  return cues.map((cue) => {
    if (!opensWithName(cue)) return cue;
    const [first, ...words] = cue.lines;
    return { ...cue, lines: words.map((line) => ({ ...line, voice: first?.text ?? null })) };
  });
}

function opensWithName({ lines: [first, second] }: ReadCue): boolean {
  if (!first || !second || first.voice !== null || second.line === first.line) return false;
  return looksLikeName(first.text) && /^[\p{Lu}\p{Lo}+]/u.test(first.text) && !/[.,!?…:-]$/u.test(first.text);
}
