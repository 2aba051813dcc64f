import type { Section } from "../../drafting/assemble-post.ts";
import { escapeMarkdown } from "../../drafting/clean-markdown.ts";
import type { Claim } from "../../drafting/draft.ts";
import { renderQuotation } from "../../drafting/render-quotation.ts";
import { toPassage } from "../../sources/quote-passage.ts";
import type { Utterance } from "../../sources/transcript.ts";
import { createConnector } from "./connect-quotations.ts";
import type { Stretch } from "./find-stretches.ts";
import type { SectionName } from "./name-sections.ts";
import type { SpeakerNames } from "./name-speakers.ts";

/** Sections as Markdown, with what they claim. */
export type Composed = { readonly sections: readonly Section[]; readonly claims: readonly Claim[] };

/** Writes each section: a connecting sentence before every quotation, and the quotations themselves. */
export function composeSections(
  planned: readonly (readonly Stretch[])[],
  names: readonly SectionName[],
  nameSpeaker: SpeakerNames,
  attributionOf: (stretch: Stretch) => string | null,
): Composed {
  const connect = createConnector();
  const claims: Claim[] = [];
  const sections = planned.map((stretches, at) => {
    const { heading, topic } = names[at] ?? { heading: "", topic: null };
    const blocks = stretches.flatMap((stretch, position) => {
      const passage = passageOf(stretch);
      const transcript = stretch.units[0]?.transcript;
      const quotation =
        passage && transcript ? renderQuotation(passage, [transcript], attributionOf(stretch)) : null;
      if (!passage || quotation === null) return [];
      const before = stretches[position - 1];
      const sentence = connect({
        name: escapeMarkdown(nameOf(stretch, nameSpeaker, attributionOf)),
        asker: askerOf(stretch, nameSpeaker),
        topic,
        place: placeOf(stretch, before),
      });
      claims.push({ text: wordsOf(stretch), passages: [passage] });
      return [sentence, quotation];
    });
    return { heading, blocks };
  });
  return { sections: sections.filter((section) => section.blocks.length > 0), claims };
}

export function passageOf(stretch: Stretch) {
  const [first, last] = [stretch.units[0], stretch.units.at(-1)];
  return first && last
    ? toPassage(first.transcript, first.utterance, first.sentence.number, last.sentence.number)
    : null;
}

export function wordsOf(stretch: Stretch): string {
  return stretch.units.map((unit) => unit.sentence.text).join(" ");
}

function nameOf(
  stretch: Stretch,
  nameSpeaker: SpeakerNames,
  attributionOf: (stretch: Stretch) => string | null,
): string {
  const speaker = stretch.units[0]?.utterance.speaker ?? null;
  return speaker === null ? (attributionOf(stretch) ?? "the recording") : nameSpeaker(speaker);
}

/** Who spoke just before, if that ended in a question and the quotation stands early in the answer. */
function askerOf(stretch: Stretch, nameSpeaker: SpeakerNames): string | null {
  const first = stretch.units[0];
  if (!first || first.sentence.number > 6) return null;
  const before: Utterance | undefined = first.transcript.utterances[first.utterance.number - 2];
  if (!before || before.speaker === null || before.speaker === first.utterance.speaker) return null;
  return before.text.length > 40 && /\?["”']?$/.test(before.text)
    ? escapeMarkdown(nameSpeaker(before.speaker))
    : null;
}

function placeOf(stretch: Stretch, before: Stretch | undefined) {
  const own = stretch.units[0];
  const other = before?.units[0];
  if (!own || !other) return "opens-section";
  if (own.utterance === other.utterance) return "same-turn";
  return own.utterance.speaker === other.utterance.speaker && own.transcript === other.transcript
    ? "same-speaker"
    : "other-speaker";
}
