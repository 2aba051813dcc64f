import type { Phrase, PhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";

/** A section's heading, and the phrase that its connecting sentences use. */
export type SectionName = { readonly heading: string; readonly topic: string | null };

const fallbacks = [
  "The starting point",
  "A closer look",
  "In practice",
  "What follows from it",
  "Looking ahead",
];

/**
 * Names each section by the phrases that are its own: those that other sections share count for less,
 * and no phrase names two sections.
 */
export function nameSections(
  sections: readonly (readonly Stretch[])[],
  findPhrases: PhraseFinder,
  favoured: ReadonlyMap<string, number>,
): SectionName[] {
  const texts = sections.map((section) => section.flatMap(textsAround));
  const used = new Set<string>();
  return sections.map((_, at) => {
    const elsewhere = new Set(
      texts.filter((__, other) => other !== at).flatMap((text) => text.flatMap(stemsOf(findPhrases))),
    );
    const ranked = findPhrases(texts[at] ?? [], favoured)
      .filter((phrase) => !phrase.stems.some((stem) => used.has(stem)))
      .map((phrase) => ({
        phrase,
        score: phrase.score * (phrase.stems.every((stem) => elsewhere.has(stem)) ? 0.6 : 1),
      }))
      .sort((a, b) => b.score - a.score);
    const first = ranked[0];
    const second = ranked.find(
      ({ phrase, score }) => first && !overlaps(phrase, first.phrase) && score > 0.55 * first.score,
    );
    for (const stem of [...(first?.phrase.stems ?? []), ...(second?.phrase.stems ?? [])]) used.add(stem);
    if (!first) return { heading: fallbacks[at] ?? "More", topic: null };
    const heading = second ? `${first.phrase.text} and ${second.phrase.text}` : first.phrase.text;
    return { heading: heading.slice(0, 1).toUpperCase() + heading.slice(1), topic: first.phrase.text };
  });
}

/** What is quoted and the sentences around it, which say what it is about. */
function textsAround({ units }: Stretch): string[] {
  const [first, last] = [units[0], units.at(-1)];
  const near = first?.utterance.sentences.slice(
    Math.max(0, first.sentence.number - 4),
    (last?.sentence.number ?? 0) + 3,
  );
  return (near ?? []).map((sentence) => sentence.text);
}

function stemsOf(findPhrases: PhraseFinder): (text: string) => string[] {
  return (text) => findPhrases([text], new Map()).flatMap((phrase) => phrase.stems);
}

function overlaps(a: Phrase, b: Phrase): boolean {
  return a.stems.some((stem) => b.stems.includes(stem));
}
