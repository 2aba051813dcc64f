import type { Transcript } from "../../sources/transcript.ts";

/** How a speaker is called in running text: in full at first, then by surname where that is plain. */
export type SpeakerNames = (label: string) => string;

const plainName = /^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?(\p{Lu}[\p{L}'’-]+)$/u;

/** Labels stay as they are; a label such as `Speaker 1` is never made into a person. */
export function createSpeakerNames(transcripts: readonly Transcript[]): SpeakerNames {
  const surnames = new Map<string, number>();
  const labels = new Set(transcripts.flatMap((transcript) => transcript.speakers));
  for (const label of labels) {
    const surname = plainName.exec(label)?.[1];
    if (surname !== undefined) surnames.set(surname, (surnames.get(surname) ?? 0) + 1);
  }
  const introduced = new Set<string>();
  return (label) => {
    const surname = plainName.exec(label)?.[1];
    if (introduced.has(label) && surname !== undefined && surnames.get(surname) === 1) return surname;
    introduced.add(label);
    return label;
  };
}
