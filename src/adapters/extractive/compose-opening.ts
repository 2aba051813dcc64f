import { dropHiddenCharacters, escapeMarkdown } from "../../drafting/clean-markdown.ts";
import type { Claim } from "../../drafting/draft.ts";
import { renderInlineQuotation } from "../../drafting/render-quotation.ts";
import type { WriteRequest } from "../../ports/writer.ts";
import type { Transcript } from "../../sources/transcript.ts";
import type { Material } from "./choose-material.ts";
import { passageOf, wordsOf } from "./describe-place.ts";
import type { Stretch } from "./find-stretches.ts";
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
  readonly nameSpeaker: SpeakerNames;
  /** The same without introducing anybody. */
  readonly shortName: SpeakerNames;
};

/** The hook, the angle and the paragraphs before the first heading. */
export function composeOpening(from: From): Opening {
  const { request, material } = from;
  const quoted = quoteInline(material.hook);
  const by = speakerOf(material.hook, from.nameSpeaker);
  const hook = /^“\p{Ll}/u.test(quoted)
    ? `In the words of ${by}, ${quoted}`
    : `${quoted} ${sayWho(by, quoted)}`;
  const claims = [...claimOf(material.hook), ...material.angle.flatMap(claimOf)];
  return {
    hook: request.brief.hook === null ? hook : oneLine(request.brief.hook),
    angle: composeAngle(from),
    blocks: [hook, introduce(from)],
    claims,
  };
}

/** One of a few ways, by the length of what is quoted, so that not every post opens alike. */
function sayWho(by: string, quoted: string): string {
  const ways = [`That is how ${by} put it.`, `So says ${by}.`, `The words are those of ${by}.`];
  return ways[quoted.length % ways.length] ?? `So says ${by}.`;
}

/** Who is heard, nothing more. */
function introduce({ material, nameSpeaker }: From): string {
  const heard = [...new Set(material.stretches.map((stretch) => stretch.units[0]?.transcript))].filter(
    (transcript) => transcript !== undefined,
  );
  const described = heard.map((transcript) => describeConversation(transcript, material, nameSpeaker));
  return described.length === 1
    ? `What follows is from ${described.join("")}, in the speakers’ own words.`
    : `What follows is from ${countInWords(described.length)} sources, in the speakers’ own words: ${joinWords(described)}.`;
}

function countInWords(count: number): string {
  return ["no", "one", "two", "three", "four", "five"][count] ?? String(count);
}

function describeConversation(
  transcript: Transcript,
  { stretches, hook }: Material,
  nameSpeaker: SpeakerNames,
): string {
  const said = new Map<string, number>();
  for (const { speaker, text } of transcript.utterances)
    if (speaker !== null) said.set(speaker, (said.get(speaker) ?? 0) + text.length);
  const speakers = [...said].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker);
  const names = (labels: readonly string[]) =>
    joinWords(labels.map((label) => escapeMarkdown(nameSpeaker(label))));
  if (speakers.length === 0) return "a source without named speakers";
  if (speakers.length === 1) return `a talk by ${names(speakers)}`;
  if (speakers.length <= 3) return `a conversation between ${names(speakers)}`;
  const quoted = new Set(
    [hook, ...stretches]
      .filter((stretch) => stretch.units[0]?.transcript === transcript)
      .map((stretch) => stretch.units[0]?.utterance.speaker),
  );
  const heard = speakers.filter((speaker) => quoted.has(speaker)).slice(0, 4);
  return `a conversation of ${speakers.length} people, ${names(heard)} among them`;
}

/** The asker's own angle where there is one; else what the quotations come to, in the speakers' words. */
function composeAngle({ request, material, shortName }: From): string {
  const voices = [...new Set(material.stretches.map((stretch) => speakerOf(stretch, (label) => label)))];
  const rests = `The post rests on ${material.stretches.length} passages from ${joinWords(voices.slice(0, 4))}.`;
  const off = material.onSubject
    ? ""
    : " The sources hardly speak of the subject that was asked for; these are the things they do speak of.";
  if (request.brief.angle !== null) return `${oneLine(request.brief.angle)} ${rests}${off}`;
  const [first, second] = material.angle;
  if (!first) return `${rests} It keeps to their own words and leaves the conclusions to the editor.${off}`;
  const by = speakerOf(first, (label) => label);
  const other = second && speakerOf(second, (label) => label);
  const opening = `The case that the post makes is in a line from ${by}: ${quoteInline(first)}`;
  if (!second || !other) return `${opening} ${rests}${off}`;
  const lead = other === by ? `${shortName(by)} also says:` : `Beside it stands ${other}:`;
  return `${opening} ${lead} ${quoteInline(second)} ${rests}${off}`;
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
