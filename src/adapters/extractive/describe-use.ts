import type { Transcript } from "../../sources/transcript.ts";
import type { PhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";
import type { SectionName } from "./name-sections.ts";

const maxWords = 12;

/** What each source was used for, in at most twelve words. */
export function describeUse(
  transcripts: readonly Transcript[],
  sections: readonly (readonly Stretch[])[],
  findPhrases: PhraseFinder,
  names: readonly SectionName[],
): Record<string, string> {
  return Object.fromEntries(
    transcripts.map((transcript) => {
      const own = sections.flat().filter((stretch) => stretch.units[0]?.transcript === transcript);
      const topics = names
        .filter((_, at) => sections[at]?.some((stretch) => own.includes(stretch)))
        .map(({ topic }) => topic);
      return [transcript.source.id, describe(transcript, own, findPhrases, topics)];
    }),
  );
}

function describe(
  transcript: Transcript,
  own: readonly Stretch[],
  findPhrases: PhraseFinder,
  topics: readonly (string | null)[],
): string {
  if (own.length === 0)
    return transcript.kind === "notes" ? "read for its point of view, not quoted" : "read, not quoted";
  const chosen: string[] = [];
  const used = new Set<string>();
  for (const phrase of findPhrases(own.flatMap(({ units }) => units.map((unit) => unit.sentence.text)))) {
    if (phrase.stems.some((stem) => used.has(stem))) continue;
    if ([...chosen, phrase.text].join(" ").split(" ").length > maxWords || chosen.length === 4) break;
    chosen.push(phrase.text);
    for (const stem of phrase.stems) used.add(stem);
  }
  return chosen.join(", ") || topics.find((topic) => topic !== null) || "quoted on the subject";
}
