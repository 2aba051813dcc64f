import { describePassage } from "../sources/passage.ts";
import { splitPassages } from "../sources/split-passages.ts";
import type { Transcript } from "../sources/transcript.ts";
import type { Claim } from "./draft.ts";
import { fenceText } from "./fence-sources.ts";
import { oneLine } from "./one-line.ts";

const maxNameCharacters = 80;

/**
 * Claims for a judge, fenced: what was said, then the claims that rest on it, each with its number, from 1. Claims that
 * rest on the same passages stand together, so that no word is sent twice for them. Nothing that a source or a claim says
 * can begin a line.
 */
export function describeClaims(claims: readonly Claim[], transcripts: readonly Transcript[]): string {
  const groups = new Map<string, { readonly said: string; readonly lines: string[] }>();
  claims.forEach(({ text, passages }, at) => {
    const key = passages.map(describePassage).sort().join();
    const group = groups.get(key) ?? { said: describeSaid(passages, transcripts), lines: [] };
    group.lines.push(`${at + 1}. ${oneLine(text)}`);
    groups.set(key, group);
  });
  const blocks = [...groups.values()].map(({ said, lines }) => [said, ...lines].join("\n"));
  return fenceText("CLAIMS", blocks.join("\n\n"));
}

function describeSaid(passages: Claim["passages"], transcripts: readonly Transcript[]): string {
  const lines = splitPassages(passages, transcripts).flatMap(({ source, firstUtterance, ...sentences }) => {
    const { utterances } = transcripts.find((one) => one.source.id === source) ?? { utterances: [] };
    const utterance = utterances.find(({ number }) => number === firstUtterance);
    if (!utterance) return [];
    const said = utterance.sentences.slice(sentences.firstSentence - 1, sentences.lastSentence);
    const speaker = utterance.speaker ? ` [${oneLine(utterance.speaker, maxNameCharacters)}]` : "";
    return [`SAID${speaker} ${oneLine(said.map(({ text }) => text).join(" "))}`];
  });
  return lines.join("\n");
}
