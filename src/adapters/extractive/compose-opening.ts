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
  const names = (labels: readonly string[]) =>
    joinWords(labels.map((label) => escapeMarkdown(nameSpeaker(label))));
  const [only] = heard;
  if (only && heard.length === 1) return introduceOne(only, material, names);
  const described = heard.map((transcript) => {
    const speakers = speakersOf(transcript);
    const quoted = speakers.filter((speaker) => quotedIn(transcript, material).has(speaker)).slice(0, 4);
    if (speakers.length === 0) return "one without named speakers";
    return speakers.length > 3
      ? `one of ${speakers.length} people, ${names(quoted)} among them`
      : `one ${speakers.length === 1 ? "by" : "between"} ${names(speakers)}`;
  });
  return `The passages below come from ${countInWords(heard.length)} recordings: ${described.join("; ")}.`;
}

function introduceOne(
  transcript: Transcript,
  material: Material,
  names: (labels: readonly string[]) => string,
): string {
  const speakers = speakersOf(transcript);
  const quoted = speakers.filter((speaker) => quotedIn(transcript, material).has(speaker));
  const others = speakers.filter((speaker) => !quoted.includes(speaker));
  if (speakers.length === 0) return "The passages below are from a recording without named speakers.";
  if (speakers.length === 1) return `The passages below are from a talk by ${names(speakers)}.`;
  if (speakers.length > 4)
    return `The passages below are from a conversation of ${speakers.length} people; quoted here: ${names(quoted.slice(0, 5))}.`;
  return quoted.length === 1 && others.length > 0
    ? `${names(quoted)} was talking with ${names(others)}, and the passages below are from that conversation.`
    : `The passages below are from a conversation between ${names([...quoted, ...others])}.`;
}

/** The most talkative first. */
function speakersOf(transcript: Transcript): string[] {
  const said = new Map<string, number>();
  for (const { speaker, text } of transcript.utterances)
    if (speaker !== null) said.set(speaker, (said.get(speaker) ?? 0) + text.length);
  return [...said].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker);
}

function quotedIn(transcript: Transcript, { stretches, hook }: Material): Set<string | null | undefined> {
  const own = [hook, ...stretches].filter((stretch) => stretch.units[0]?.transcript === transcript);
  return new Set(own.map((stretch) => stretch.units[0]?.utterance.speaker));
}

function countInWords(count: number): string {
  return ["no", "one", "two", "three", "four", "five"][count] ?? String(count);
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
  const again = shortName(by).replace(/^a speaker/, "A speaker");
  const lead = other === by ? `${again} also says:` : `Beside it stands ${other}:`;
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
