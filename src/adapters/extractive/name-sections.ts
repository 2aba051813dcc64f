import type { Phrase, PhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";
import type { SpeakerNames } from "./name-speakers.ts";

/** A section's heading, and the phrase that its connecting sentences use. */
export type SectionName = { readonly heading: string; readonly topic: string | null };

type Candidate = { readonly phrase: Phrase; readonly score: number };

const fallbacks = [
  "To begin with",
  "A closer look",
  "Further along",
  "More on the subject",
  "One more point",
];
const maxHeadingWords = 5;

/**
 * Names each section by phrases of its own quotations: those that other sections share count for less, and
 * no word heads two headings. One plain word by itself names nothing; then the heading says who speaks.
 */
export function nameSections(
  sections: readonly (readonly Stretch[])[],
  findPhrases: PhraseFinder,
  titleStems: ReadonlySet<string>,
  shortName: SpeakerNames = (label) => label,
): SectionName[] {
  const ranked = sections.map((section) => findPhrases(section.flatMap(textsOf)));
  const used = new Set<string>();
  const headings = new Set<string>();
  let singles = 0;
  return sections.map((section, at) => {
    const elsewhere = new Set(
      ranked
        .filter((_, other) => other !== at)
        .flatMap((list) => list.slice(0, 8).flatMap(({ stems }) => stems)),
    );
    const own = (ranked[at] ?? [])
      .filter(
        ({ stems, topic, isName }) =>
          (stems.length > 1 || isName || topic !== null) && isFree(stems, used, titleStems),
      )
      .map((phrase) => ({ phrase, score: weigh(phrase, elsewhere) }))
      .sort((a, b) => b.score - a.score);
    const found = compose(own, soleSpeaker(section, shortName), singles);
    if (found?.isSingle) singles++;
    for (const { stems } of found?.phrases ?? []) for (const stem of stems) used.add(stem);
    const heading = capitalise(found?.heading ?? "");
    if (heading === "" || headings.has(heading))
      return { heading: fallbackFor(at, section, shortName, headings), topic: null };
    headings.add(heading);
    return { heading, topic: found?.phrases[0]?.topic ?? null };
  });
}

function isFree(
  stems: readonly string[],
  used: ReadonlySet<string>,
  titleStems: ReadonlySet<string>,
): boolean {
  const isWholeTitle = titleStems.size < 3 && stems.every((stem) => titleStems.has(stem));
  return !used.has(stems.at(-1) ?? "") && !stems.every((stem) => used.has(stem)) && !isWholeTitle;
}

function weigh(phrase: Phrase, elsewhere: ReadonlySet<string>): number {
  const shared = phrase.stems.some((stem) => elsewhere.has(stem)) ? 0.7 : 1;
  const plain = phrase.stems.length === 1 && !phrase.isName ? 0.6 : 1;
  const even = phrase.topic === phrase.text ? 1.25 : phrase.topic === null ? 0.7 : 1;
  return phrase.score * shared * plain * even;
}

/** A phrase of two or three words, a name, two nouns, or one noun with who speaks of it. */
function compose(
  own: readonly Candidate[],
  speaker: string | null,
  singles: number,
): { heading: string; phrases: Phrase[]; isSingle?: boolean } | null {
  const first = own[0];
  if (!first) return null;
  const second = own.find(
    ({ phrase, score }) =>
      !overlaps(phrase, first.phrase) &&
      score > 0.5 * first.score &&
      countWords(`${first.phrase.text} ${phrase.text}`) < maxHeadingWords,
  );
  const { text, stems, isName, topic } = first.phrase;
  if (second && isEven(first.phrase, second.phrase))
    return { heading: `${text} and ${second.phrase.text}`, phrases: [first.phrase, second.phrase] };
  if (stems.length > 1 || isName) return { heading: topic ?? text, phrases: [first.phrase] };
  const plain = [`On ${topic}`, `About ${topic}`];
  const ways = speaker === null ? plain : [`${speaker} on ${topic}`, ...plain];
  const heading = ways[singles % ways.length] ?? `On ${topic}`;
  return { heading, phrases: [first.phrase], isSingle: true };
}

/** Two phrases are joined when both can stand without an article. */
function isEven(first: Phrase, second: Phrase): boolean {
  return [first, second].every(({ text, topic }) => topic === text);
}

function fallbackFor(
  at: number,
  section: readonly Stretch[],
  shortName: SpeakerNames,
  headings: Set<string>,
): string {
  const speaker = soleSpeaker(section, shortName);
  const choices =
    speaker === null ? [] : [`As ${speaker} sees it`, `More from ${speaker}`, `${speaker} again`];
  const heading = choices.find((choice) => !headings.has(choice)) ?? fallbacks[at] ?? "More";
  headings.add(heading);
  return heading;
}

function soleSpeaker(section: readonly Stretch[], shortName: SpeakerNames): string | null {
  const speakers = new Set(section.map(({ units }) => units[0]?.utterance.speaker ?? null));
  const [only] = speakers;
  return speakers.size === 1 && only !== null && only !== undefined ? shortName(only) : null;
}

/** "iPhone" keeps its small letter. */
function capitalise(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}

function textsOf({ units }: Stretch): string[] {
  return units.map(({ sentence }) => sentence.text);
}

function countWords(text: string): number {
  return text.split(" ").length;
}

function overlaps(a: Phrase, b: Phrase): boolean {
  return a.stems.some((stem) => b.stems.includes(stem));
}
