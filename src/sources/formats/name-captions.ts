import type { ReadCue } from "./drop-repeats.ts";
import { looksLikeName, tidyName } from "./names.ts";

/** A label at the start of a caption, and what is said after it. */
type CaptionLabel = { readonly name: string; readonly rest: string };

/** Reads the label of a caption's line; `opensCue` is true for the first line of a cue. */
export type LabelReader = (text: string, opensCue: boolean) => CaptionLabel | null;

const labelled = /^(?:>{2,3}\s*|[-–]\s*)?(?:\[([^\]\n]{1,60})\]:?\s|([^:：<>\n]{1,60})(?::\s|：))\s*(?=\S)/u;
/** Small words that stand in a sentence and hardly in a name. */
const inSentences =
  /(?:^|\s)(?:is|are|was|be|the|this|that|what|why|how|and|but|so|if|i|we|you|they|it|to|for|not|my|our|es|est|que|el|le|les|ist|das|der|wir|ich)(?=\s|$)/;

/**
 * How a caption file names its speakers. Where nearly every cue opens with `Name: `, that is the exporter's
 * habit, and handles and devices are names too; elsewhere only what looks like a person's name is one:
 * `Here is the thing: …` is somebody speaking, not somebody.
 */
export function createLabelReader(
  cues: readonly ReadCue[],
): LabelReader & { readonly isOnEveryCue: boolean } {
  const found = cues.flatMap(({ lines }) => readAny(lines[0]?.text ?? "") ?? []);
  const spoken = cues.filter(({ lines }) => lines.length > 0).length;
  const isOnEveryCue = found.length > 0 && found.length >= spoken * 0.8;
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const accepts = (name: string) =>
    (isOnEveryCue && ((counts.get(name) ?? 0) >= 3 || !inSentences.test(name))) ||
    (looksLikeName(name) && /^[\p{Lu}\p{Lo}]/u.test(name)) ||
    /^(?:speaker|spk)[_ ]?\d{1,3}$/i.test(name);
  const read: LabelReader = (text, opensCue) => {
    const label = readAny(text);
    if (!label || (!opensCue && !counts.has(label.name))) return null;
    return accepts(label.name) ? label : null;
  };
  return Object.assign(read, { isOnEveryCue });
}

function readAny(text: string): CaptionLabel | null {
  const match = labelled.exec(text);
  if (!match) return null;
  const [whole, inBrackets, beforeColon = ""] = match;
  // `[laughs]` and `[Music]` say what is heard; a recogniser's `[SPEAKER_01]` says who.
  if (inBrackets !== undefined && !/^(?:speaker|spk)[_ ]?\d{1,3}$/i.test(inBrackets)) return null;
  const name = tidyName(inBrackets ?? beforeColon);
  return name === "" ? null : { name, rest: text.slice(whole.length) };
}
