import type { Sentence, Transcript, Utterance } from "./transcript.ts";

type Lines = { readonly first: number; readonly last: number };

/**
 * A transcript of which only some lines are meant: the sentences that stand on them, with the lines that they
 * have in the whole. The speaker stays, though the name may stand above. Utterances keep their numbers;
 * sentences of one that is cut are numbered from 1 again.
 */
export function keepLines(transcript: Transcript, lines: Lines | null): Transcript {
  if (lines === null) return transcript;
  const utterances = transcript.utterances.flatMap((utterance) => trim(utterance, lines) ?? []);
  const speakers = transcript.speakers.filter((speaker) => utterances.some((one) => one.speaker === speaker));
  return { ...transcript, utterances, speakers };
}

function trim(utterance: Utterance, { first, last }: Lines): Utterance | null {
  if (utterance.firstLine >= first && utterance.lastLine <= last) return utterance;
  const sentences = utterance.sentences.filter(
    ({ firstLine, lastLine }) => lastLine >= first && firstLine <= last,
  );
  const [start] = sentences;
  const end = sentences.at(-1);
  if (!start || !end) return null;
  return {
    ...utterance,
    text: cut(utterance, start, end),
    firstLine: start.firstLine,
    lastLine: end.lastLine,
    startMs: start.startMs ?? utterance.startMs,
    sentences: sentences.map((sentence, index) => ({ ...sentence, number: index + 1 })),
  };
}

/** From the first to the last of these sentences, as the utterance has them. */
function cut({ text, sentences }: Utterance, start: Sentence, end: Sentence): string {
  let from = 0;
  let at = 0;
  for (const sentence of sentences) {
    const found = text.indexOf(sentence.text, at);
    if (found === -1) continue;
    if (sentence === start) from = found;
    at = found + sentence.text.length;
    if (sentence === end) return text.slice(from, at);
  }
  return text;
}
