import type { Passage } from "../sources/passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import { findAddresses } from "./find-addresses.ts";

/**
 * The addresses of the brief and of the passages that a model was shown, of each its host too: a talk about
 * example.com may be written of, and nothing else that looks like it.
 */
export function listKnownAddresses(
  shown: readonly Passage[],
  transcripts: readonly Transcript[],
  brief: string,
): ReadonlySet<string> {
  const said = transcripts.flatMap(({ source, utterances }) => {
    const own = shown.filter((passage) => passage.source === source.id);
    return utterances
      .filter(({ number }) =>
        own.some(({ firstUtterance, lastUtterance }) => number >= firstUtterance && number <= lastUtterance),
      )
      .flatMap(({ speaker, sentences }) => [speaker ?? "", ...sentences.map(({ text }) => text)]);
  });
  const found = [brief, ...said].flatMap(findAddresses);
  return new Set(found.flatMap((address) => [address, address.replace(/(?<=[^/:])[:/?#].*$/, "")]));
}
