import type { Transcript } from "../../sources/transcript.ts";

/** How a speaker is called in running text: in full at first, then by surname where that is plain. */
export type SpeakerNames = (label: string) => string;

const plainName =
  /^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. ?){0,2}((?:(?:St\.|van|von|de|der|del|di|la|le) ){0,2}\p{Lu}(?=\S*\p{Ll})[\p{L}'’-]+)$/u;
/** A degree after a comma, a team in brackets: part of the label, not of the name. */
const addition = /(?:,\s(?:Psy\.?D|Ph\.?D|M\.?D|Dr|MBA|Esq)\.?|\s\([^()]{1,40}\))$/u;

/** Labels stay as they are; a label such as `Speaker 1` is never made into a person. */
export function createSpeakerNames(transcripts: readonly Transcript[]): SpeakerNames {
  const shorten = createShortNames(transcripts);
  const introduced = new Set<string>();
  return (label) => {
    if (introduced.has(label)) return shorten(label);
    introduced.add(label);
    return label;
  };
}

/** The surname, where it is plain and nobody else has it. */
export function createShortNames(transcripts: readonly Transcript[]): SpeakerNames {
  const labels = new Set(transcripts.flatMap((transcript) => transcript.speakers));
  const bearers = new Map<string, number>();
  for (const label of labels) {
    const short = shortNameOf(label);
    bearers.set(short, (bearers.get(short) ?? 0) + 1);
  }
  return (label) => {
    const short = shortNameOf(label);
    return bearers.get(short) === 1 ? short : label;
  };
}

function shortNameOf(label: string): string {
  const name = label.replace(addition, "");
  return plainName.exec(name)?.[1] ?? (/^\p{L}+$/u.test(name) ? name : label);
}
