import { listTerms } from "../../src/sources/ranking/read-words.ts";
import type { Transcript } from "../../src/sources/transcript.ts";
import type { Gold } from "./gold-drafts.ts";

/** Moments of which a sentence was shown, and those of which half the words were that the highlight took from there. */
export type Shown = { readonly some: number; readonly half: number };

/** A highlight's time stands a little before or after the words it sums up. */
const nearMs = 45_000;

/** How many of the moments stand, by the numbers of their sentences, in any of the requests. */
export function countShown(
  gold: readonly Gold[],
  transcripts: readonly Transcript[],
  prompts: readonly string[],
): Shown {
  const ids = new Set(
    prompts.flatMap((prompt) => [...prompt.matchAll(/^S\d+:u\d+\.\d+(?= )/gm)].map(([id]) => id)),
  );
  const counts = gold.map((one) => {
    const said = listNear(one, transcripts);
    const told = new Set(listTerms(one.text));
    const wanted = new Set(said.flatMap(({ terms }) => terms.filter((term) => told.has(term))));
    const shown = said.filter(({ id }) => ids.has(id));
    const seen = new Set(shown.flatMap(({ terms }) => terms.filter((term) => told.has(term))));
    return { some: shown.length > 0, half: seen.size > 0 && seen.size * 2 >= wanted.size };
  });
  return { some: counts.filter(({ some }) => some).length, half: counts.filter(({ half }) => half).length };
}

/** The sentences said near a moment. */
function listNear({ source, startMs }: Gold, transcripts: readonly Transcript[]) {
  const transcript = transcripts.find((one) => one.source.id === source);
  return (transcript?.utterances ?? []).flatMap((utterance) =>
    utterance.sentences.flatMap((sentence) => {
      const saidMs = sentence.startMs ?? utterance.startMs;
      if (saidMs === null || Math.abs(saidMs - startMs) > nearMs) return [];
      return [{ id: `${source}:u${utterance.number}.${sentence.number}`, terms: listTerms(sentence.text) }];
    }),
  );
}
