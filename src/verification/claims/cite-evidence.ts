import type { Passage } from "../../sources/passage.ts";
import type { Transcript, Utterance } from "../../sources/transcript.ts";
import { readTokens, type Token } from "./read-tokens.ts";

/** What one speaker says of a passage, read. */
export type Line = {
  readonly speaker: string | null;
  readonly text: string;
  readonly tokens: readonly Token[];
};

/** What a claim rests on: the cited words, what stands around them, and who speaks in the sources at all. */
export type Evidence = {
  readonly cited: readonly Line[];
  /** The cited utterances as wholes and their neighbours, the cited words among them. */
  readonly around: readonly Line[];
  readonly speakers: readonly string[];
};

/** Utterances before and after a cited one that still explain it: who is meant, which number was asked for. */
const neighbours = 2;

/** Reads the evidence of claims; what several claims cite is read once. */
export function createCiter(transcripts: readonly Transcript[]): (passages: readonly Passage[]) => Evidence {
  const read = new Map<string, readonly Token[]>();
  const toLine = (speaker: string | null, text: string): Line => {
    const tokens = read.get(text) ?? readTokens(text);
    read.set(text, tokens);
    return { speaker, text, tokens };
  };
  const speakers = [...new Set(transcripts.flatMap((transcript) => transcript.speakers))];
  return (passages) => {
    const cited: Line[] = [];
    const around = new Set<Utterance>();
    for (const passage of passages) {
      const all = transcripts.find(({ source }) => source.id === passage.source)?.utterances ?? [];
      all.forEach((utterance, at) => {
        const text = wordsWithin(passage, utterance);
        if (text === "") return;
        cited.push(toLine(utterance.speaker, text));
        for (const near of all.slice(Math.max(0, at - neighbours), at + neighbours + 1)) around.add(near);
      });
    }
    return { cited, around: [...around].map(({ speaker, text }) => toLine(speaker, text)), speakers };
  };
}

/** The sentences of an utterance that a passage cites. */
function wordsWithin(passage: Passage, { number, sentences }: Utterance): string {
  if (number < passage.firstUtterance || number > passage.lastUtterance) return "";
  const first = number === passage.firstUtterance ? passage.firstSentence : 1;
  const last = number === passage.lastUtterance ? passage.lastSentence : sentences.length;
  return sentences
    .slice(first - 1, last)
    .map(({ text }) => text)
    .join(" ");
}
