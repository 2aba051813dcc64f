import { dropAddresses } from "./drop-addresses.ts";
import { hiddenCharacters } from "./hidden-characters.ts";
import type { Transcript } from "./transcript.ts";

const comment = /<!--[\s\S]*?(?:-->|$)|<[/!?]?[A-Za-z][^<>]*>|[<>]{1,10}/g;
const quotationMark = /(?!['’])\p{Quotation_Mark}|(?<![\p{L}\p{N}])['’]|['’](?![\p{L}\p{N}])/gu;

/**
 * A transcript whose speakers have names that are only names: no markup, no quotation marks, no address and nothing
 * hidden. A name stands beside a person's words in a post; it must not be able to say anything of its own. Where nothing
 * is left, nobody is named, and then nothing is quoted.
 */
export function cleanLabels(transcript: Transcript): Transcript {
  const clean = new Map<string, string | null>();
  const nameOf = (label: string) => {
    const known = clean.get(label);
    if (known !== undefined) return known;
    const name = cleanLabel(label);
    clean.set(label, name);
    return name;
  };
  if (transcript.speakers.every((label) => nameOf(label) === label)) return transcript;
  return {
    ...transcript,
    speakers: [...new Set(transcript.speakers.flatMap((label) => nameOf(label) ?? []))],
    utterances: transcript.utterances.map((utterance) => {
      if (utterance.speaker === null) return utterance;
      const speaker = nameOf(utterance.speaker);
      return { ...utterance, speaker, quotable: utterance.quotable && speaker !== null };
    }),
  };
}

/** The name in a label; null where it holds none. */
function cleanLabel(label: string): string | null {
  const bare = label.replace(hiddenCharacters, "").replace(comment, " ").replace(quotationMark, " ");
  const name = dropAddresses(bare).replace(/[\s:,;–—-]+$/u, "");
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
}
