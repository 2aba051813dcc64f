import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "../../src/drafting/draft.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { splitSentences } from "../../src/sources/split-sentences.ts";
import type { Transcript } from "../../src/sources/transcript.ts";
import { type Labelled, readLabelled } from "./labelled.ts";
import { toTranscript } from "./meeting.ts";

type Retelling = { readonly claim: Claim; readonly transcript: Transcript; readonly speaker: null };

/** What people wrote in their own words of QMSum's meetings, sentence by sentence, with the turns that they answer from. */
export function readRetellings(folder: string): Retelling[] {
  const path = join(folder, "qmsum");
  return existsSync(path) ? readLabelled(path).flatMap(listRetellings) : [];
}

function listRetellings({ series, turns, queries }: Labelled): Retelling[] {
  const transcript = toTranscript({
    meeting: series,
    turns: turns.map(({ speaker, text }, i) => ({ i, speaker, content: text })),
    queries: [],
  });
  return queries.flatMap(({ answer, gold }) => {
    const passages = transcript.utterances
      .filter(({ number }) => gold?.has(number - 1))
      .map((utterance) => toPassage(transcript, utterance, 1, utterance.sentences.length));
    if (passages.length === 0) return [];
    return splitSentences(answer).map(({ start, end }) => ({
      claim: { text: answer.slice(start, end), passages },
      transcript,
      speaker: null,
    }));
  });
}
