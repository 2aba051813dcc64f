import type { Section } from "../../drafting/assemble-post.ts";
import { escapeMarkdown } from "../../drafting/clean-markdown.ts";
import type { Claim } from "../../drafting/draft.ts";
import { renderInlineQuotation, renderQuotation } from "../../drafting/render-quotation.ts";
import { foldWords } from "../../sources/fold-words.ts";
import type { Passage } from "../../sources/passage.ts";
import { toPassage } from "../../sources/quote-passage.ts";
import type { Transcript, Utterance } from "../../sources/transcript.ts";
import { type Connector, createConnector } from "./connect-quotations.ts";
import { passageOf, placeOf, questionBefore, topicOfQuestion, wordsOf } from "./describe-place.ts";
import type { PhraseFinder } from "./find-phrases.ts";
import { maxInlineWords, type Stretch } from "./find-stretches.ts";
import type { SectionName } from "./name-sections.ts";
import type { SpeakerNames } from "./name-speakers.ts";

/** Sections as Markdown, with what they claim. */
export type Composed = { readonly sections: readonly Section[]; readonly claims: readonly Claim[] };

type Tools = {
  readonly nameSpeaker: SpeakerNames;
  readonly findPhrases: PhraseFinder;
  readonly attributionOf: (stretch: Stretch) => string | null;
};

/** Writes each section: a connecting sentence before every quotation, and the quotations themselves. */
export function composeSections(
  planned: readonly (readonly Stretch[])[],
  names: readonly SectionName[],
  tools: Tools,
): Composed {
  const connect = createConnector();
  const introduced = new Set<Utterance>();
  const claims: Claim[] = [];
  const sections = planned.map((stretches, at) => {
    const { heading, topic: named } = names[at] ?? { heading: "", topic: null };
    // A lead that only says the heading again says nothing.
    const topic = named !== null && heading.toLowerCase().endsWith(named.toLowerCase()) ? null : named;
    const blocks = stretches.flatMap((stretch, position) => {
      const written = composeQuotation({
        stretch,
        before: stretches[position - 1],
        topic,
        introduced,
        connect,
        tools,
      });
      claims.push(...written.claims);
      return written.blocks;
    });
    return { heading, blocks };
  });
  return { sections: sections.filter((section) => section.blocks.length > 0), claims };
}

function composeQuotation(from: {
  readonly stretch: Stretch;
  readonly before: Stretch | undefined;
  readonly topic: string | null;
  readonly introduced: Set<Utterance>;
  readonly connect: Connector;
  readonly tools: Tools;
}): { blocks: string[]; claims: Claim[] } {
  const { stretch, before, topic, introduced, tools } = from;
  const passage = passageOf(stretch);
  const first = stretch.units[0];
  if (!passage || !first) return { blocks: [], claims: [] };
  const options = { attribution: tools.attributionOf(stretch), skip: stretch.skip };
  const form = isInline(stretch, before) ? "inline" : "block";
  const quotation =
    form === "inline"
      ? renderInlineQuotation(passage, [first.transcript], options)
      : renderQuotation(passage, [first.transcript], options);
  if (quotation === null) return { blocks: [], claims: [] };
  const question = questionBefore(stretch);
  const fresh = question !== null && !introduced.has(question) ? question : null;
  if (fresh) introduced.add(fresh);
  const asked = fresh && topicOfQuestion(stretch, fresh, tools.findPhrases);
  const asker = fresh?.speaker ? escapeMarkdown(tools.nameSpeaker(fresh.speaker)) : null;
  const name = escapeMarkdown(nameOf(stretch, tools, form));
  const words = from.connect({ name, asker, asked, topic, place: placeOf(stretch, before), form });
  const opens = /^“\p{Ll}/u.test(quotation) ? words : words.replace(/ that$/, ":");
  const claims = [
    ...(fresh ? [claimThatAsked(words, fresh, first.transcript, passage)] : []),
    { text: wordsOf(stretch), passages: [passage] },
  ];
  return { blocks: form === "inline" ? [`${opens} ${quotation}`] : [words, quotation], claims };
}

/** That one asked and another answered is a statement too: it rests on the question and the answer. */
function claimThatAsked(text: string, question: Utterance, transcript: Transcript, answer: Passage): Claim {
  const last = question.sentences.length;
  return { text, passages: [toPassage(transcript, question, last, last), answer] };
}

/** What begins in the middle of a sentence, or is a short line after a longer one, stands inside a sentence. */
function isInline(stretch: Stretch, before: Stretch | undefined): boolean {
  return (
    /^\p{Ll}/u.test(wordsOf(stretch)) ||
    (before !== undefined &&
      stretch.units.length === 1 &&
      stretch.words <= maxInlineWords &&
      isPlainName(stretch.units[0]?.utterance.speaker ?? null))
  );
}

/** Inside a sentence a shortened name must be one that a reader finds in the source: the last of two words. */
function nameOf(stretch: Stretch, tools: Tools, form: "inline" | "block"): string {
  const label = stretch.units[0]?.utterance.speaker ?? null;
  if (label === null) return "a speaker";
  const name = tools.nameSpeaker(label);
  return form === "block" || isPlainName(label) ? name : label;
}

function isPlainName(label: string | null): boolean {
  return label === null || (foldWords(label).length <= 2 && !/[()|]/.test(label));
}
