import { escapeMarkdown } from "../../drafting/clean-markdown.ts";
import type { Claim } from "../../drafting/draft.ts";
import { renderInlineQuotation } from "../../drafting/render-quotation.ts";
import type { WriteRequest } from "../../ports/writer.ts";
import type { Material } from "./choose-material.ts";
import { passageOf, wordsOf } from "./compose-sections.ts";
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

/** The hook, the angle and the paragraphs before the first heading. */
export function composeOpening(from: {
  readonly request: WriteRequest;
  readonly material: Material;
  readonly names: readonly SectionName[];
  readonly nameSpeaker: SpeakerNames;
}): Opening {
  const { material, names, nameSpeaker } = from;
  const topics = names.map((name) => name.topic).filter((topic) => topic !== null);
  const hookBy = escapeMarkdown(speakerOf(material.hook, material, nameSpeaker));
  const hook = `${renderInlineQuotation(wordsOf(material.hook))} That is ${hookBy}.`;
  const voices = listVoices(material, nameSpeaker);
  const intro = `What follows is put together from ${voices}${topics.length > 1 ? `, and goes through ${joinWords(topics.map(escapeMarkdown))}` : ""}.`;
  const claims = claimOf(material.hook);
  const angle = [
    `The post stays with what ${voices} said${topics.length > 0 ? ` about ${joinWords(topics.map(escapeMarkdown))}` : ""}.`,
  ];
  if (material.angle) {
    angle.push(
      `${escapeMarkdown(speakerOf(material.angle, material, nameSpeaker))} gives it its line: ${renderInlineQuotation(wordsOf(material.angle))}`,
    );
    claims.push(...claimOf(material.angle));
  }
  return { hook, angle: angle.join(" "), blocks: [hook, intro], claims };
}

function claimOf(stretch: Stretch): Claim[] {
  const passage = passageOf(stretch);
  return passage ? [{ text: wordsOf(stretch), passages: [passage] }] : [];
}

function speakerOf(stretch: Stretch, material: Material, nameSpeaker: SpeakerNames): string {
  const speaker = stretch.units[0]?.utterance.speaker ?? null;
  return speaker === null ? (material.attributionOf(stretch) ?? "the recording") : nameSpeaker(speaker);
}

function listVoices(material: Material, nameSpeaker: SpeakerNames): string {
  const voices = new Set(material.stretches.map((stretch) => speakerOf(stretch, material, nameSpeaker)));
  return joinWords([...voices].map(escapeMarkdown));
}

export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
