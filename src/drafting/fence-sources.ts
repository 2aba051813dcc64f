import { describePassage, type Passage } from "../sources/passage.ts";
import type { Transcript, Utterance } from "../sources/transcript.ts";
import { dropHiddenCharacters } from "./clean-markdown.ts";
import { oneLine } from "./one-line.ts";

const maxNameCharacters = 80;

/** Marks by which chat templates tell who speaks: some servers obey them wherever they stand. */
const templateMarks =
  /<\|[^|<>\n]{0,60}\|?>|<\/?(?:s|bos|eos|think|start_of_turn|end_of_turn|tool_call)>|<<\/?SYS>>|\[\/?INST\]/gi;
/** Anything that could be taken for the beginning or the end of a fence of ours. */
const fenceMarks = /[<＜﹤‹«〈⟨《]{3,}|[>＞﹥›»〉⟩》]{3,}/gu;

/**
 * The one place where outside text enters a prompt: hidden characters, imitations of fences and marks of chat
 * templates are taken out, then it stands between fences. `label` is ours.
 */
export function fenceText(label: string, text: string): string {
  return `<<<${label}\n${cleanForPrompt(text)}\n>>>${label}`;
}

/**
 * Passages as the model sees them, one sentence on a line that begins with its number; the speaker stands on
 * the first line of a speech. Nothing that a source says can begin a line.
 */
export function fencePassages(passages: readonly Passage[], transcripts: readonly Transcript[]): string {
  const fences = transcripts.flatMap((transcript) => {
    const own = passages.filter(({ source }) => source === transcript.source.id);
    if (own.length === 0) return [];
    const utterances = new Map(transcript.utterances.map((utterance) => [utterance.number, utterance]));
    const lines = own.flatMap((passage, at) =>
      listLines(passage, utterances.get(passage.firstUtterance), isFollowing(passage, own[at - 1])),
    );
    return [fenceText(`SOURCE ${transcript.source.id}`, [describeSource(transcript), ...lines].join("\n"))];
  });
  return fences.join("\n\n");
}

function describeSource({ source, kind }: Transcript): string {
  const note = source.note === null ? "" : ` (${oneLine(source.note, 200)})`;
  return `${kind} ${oneLine(source.path, 200)}${note}`;
}

/** Of one speech, without a gap: who speaks is known. */
function isFollowing(passage: Passage, before: Passage | undefined): boolean {
  return (
    before?.lastUtterance === passage.firstUtterance && before.lastSentence === passage.firstSentence - 1
  );
}

function listLines(passage: Passage, utterance: Utterance | undefined, isKnown: boolean): string[] {
  const sentences = utterance?.sentences.slice(passage.firstSentence - 1, passage.lastSentence) ?? [];
  return sentences.map(({ number, text }, at) => {
    const one = { ...passage, firstSentence: number, lastSentence: number };
    const speaker =
      at === 0 && !isKnown && utterance?.speaker ? ` [${oneLine(utterance.speaker, maxNameCharacters)}]` : "";
    return `${describePassage(one)}${speaker} ${oneLine(text)}`;
  });
}

function cleanForPrompt(text: string): string {
  let cleaned = dropHiddenCharacters(text.replace(/\r\n?/g, "\n"));
  // What is taken out may join what stood around it to another mark: until nothing changes.
  for (let before = ""; before !== cleaned; ) {
    before = cleaned;
    cleaned = cleaned.replace(templateMarks, "").replace(fenceMarks, "");
  }
  return cleaned;
}
