import { dropHiddenCharacters, escapeMarkdown } from "../../drafting/clean-markdown.ts";
import type { Claim } from "../../drafting/draft.ts";
import { renderInlineQuotation } from "../../drafting/render-quotation.ts";
import type { WriteRequest } from "../../ports/writer.ts";
import type { Transcript } from "../../sources/transcript.ts";
import type { Material } from "./choose-material.ts";
import { passageOf, wordsOf } from "./describe-place.ts";
import type { Stretch } from "./find-stretches.ts";
import type { SectionName } from "./name-sections.ts";
import type { SpeakerNames } from "./name-speakers.ts";

export type Opening = {
  readonly hook: string;
  readonly angle: string;
  /** The post's first paragraphs as Markdown. */
  readonly blocks: readonly string[];
  readonly claims: readonly Claim[];
};

type From = {
  readonly request: WriteRequest;
  readonly material: Material;
  readonly names: readonly SectionName[];
  readonly nameSpeaker: SpeakerNames;
};

/** The hook, the angle and the paragraphs before the first heading. */
export function composeOpening(from: From): Opening {
  const { request, material } = from;
  const quoted = quoteInline(material.hook);
  const by = speakerOf(material.hook, from.nameSpeaker);
  const hook = /^“\p{Ll}/u.test(quoted)
    ? `In the words of ${by}, ${quoted}`
    : `${quoted} That is how ${by} put it.`;
  const claims = [...claimOf(material.hook), ...(material.angle ? claimOf(material.angle) : [])];
  return {
    hook: request.brief.hook === null ? hook : oneLine(request.brief.hook),
    angle: composeAngle(from),
    blocks: [hook, introduce(from)],
    claims,
  };
}

/** Who is heard and what comes up, nothing more. */
function introduce({ material, names, nameSpeaker }: From): string {
  const heard = [...new Set(material.stretches.map((stretch) => stretch.units[0]?.transcript))].filter(
    (transcript) => transcript !== undefined,
  );
  const described = heard.map((transcript) => describeConversation(transcript, nameSpeaker));
  const sources =
    described.length > 1
      ? `${countInWords(described.length)} conversations: ${described.map((words) => words.replace(/^a conversation /, "one ")).join("; ")}`
      : described.join("");
  const topics = names.map(({ topic }) => topic).filter((topic) => topic !== null);
  const path =
    topics.length > 1
      ? ` The sections go from ${escapeMarkdown(topics[0] ?? "")} to ${joinWords(topics.slice(1).map(escapeMarkdown))}.`
      : "";
  return `This post draws on ${sources}.${path}`;
}

function countInWords(count: number): string {
  return ["no", "one", "two", "three", "four", "five"][count] ?? String(count);
}

function describeConversation(transcript: Transcript, nameSpeaker: SpeakerNames): string {
  const said = new Map<string, number>();
  for (const { speaker, text } of transcript.utterances)
    if (speaker !== null) said.set(speaker, (said.get(speaker) ?? 0) + text.length);
  const speakers = [...said].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker);
  if (speakers.length === 0) return "a source without named speakers";
  if (speakers.length === 1) return `a talk by ${escapeMarkdown(nameSpeaker(speakers[0] ?? ""))}`;
  const named = joinWords(speakers.slice(0, 4).map((speaker) => escapeMarkdown(nameSpeaker(speaker))));
  return speakers.length > 4
    ? `a conversation of ${speakers.length} people, among them ${named}`
    : `a conversation between ${named}`;
}

/** The asker's own angle where there is one; else what the weightiest voice says, and what is built on it. */
function composeAngle({ request, material, names }: From): string {
  const topics = names.map(({ topic }) => topic).filter((topic) => topic !== null);
  const voices = [...new Set(material.stretches.map((stretch) => speakerOf(stretch, (label) => label)))];
  const about = topics.length > 0 ? ` about ${joinWords(topics.map(escapeMarkdown))}` : "";
  const heard = joinWords(voices.slice(0, 4));
  if (request.brief.angle !== null)
    return `${oneLine(request.brief.angle)} The post rests on ${material.stretches.length} passages from ${heard}.`;
  const by = material.angle && speakerOf(material.angle, (label) => label);
  const line = material.angle
    ? `One line from ${by} to set the tone: ${quoteInline(material.angle)}`
    : "It keeps to their own words and leaves the conclusions to the editor.";
  return `The post follows what ${heard} said${about}, in ${material.stretches.length} passages. ${line}`.trim();
}

function quoteInline(stretch: Stretch): string {
  const passage = passageOf(stretch);
  const transcript = stretch.units[0]?.transcript;
  return (passage && transcript && renderInlineQuotation(passage, [transcript], stretch)) ?? "";
}

function claimOf(stretch: Stretch): Claim[] {
  const passage = passageOf(stretch);
  return passage ? [{ text: wordsOf(stretch), passages: [passage] }] : [];
}

function speakerOf(stretch: Stretch, nameSpeaker: SpeakerNames): string {
  const speaker = stretch.units[0]?.utterance.speaker ?? null;
  return escapeMarkdown(speaker === null ? "a speaker" : nameSpeaker(speaker));
}

function oneLine(text: string): string {
  return dropHiddenCharacters(text).replace(/\s+/g, " ").trim();
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
