import type { Phrase, PhraseFinder } from "./find-phrases.ts";
import type { Stretch } from "./find-stretches.ts";

/** A section's heading, and the phrase that its connecting sentences use. */
export type SectionName = { readonly heading: string; readonly topic: string | null };

const fallbacks = [
  "To begin with",
  "A closer look",
  "Further along",
  "More on the subject",
  "One more point",
];

/**
 * Names each section by the phrases that are its own: those that other sections share count for less,
 * and no word stands in two headings.
 */
export function nameSections(
  sections: readonly (readonly Stretch[])[],
  findPhrases: PhraseFinder,
  titleStems: ReadonlySet<string>,
): SectionName[] {
  const ranked = sections.map((section) => findPhrases(section.flatMap(textsAround)));
  const used = new Set<string>();
  return sections.map((section, at) => {
    const elsewhere = new Set(
      ranked
        .filter((_, other) => other !== at)
        .flatMap((list) => list.slice(0, 8).flatMap(({ stems }) => stems)),
    );
    const quoted = new Set(
      findPhrases(section.flatMap(({ units }) => units.map((unit) => unit.sentence.text))).map(
        ({ text }) => text,
      ),
    );
    const own = (ranked[at] ?? [])
      .filter(
        ({ stems }) =>
          !used.has(stems.at(-1) ?? "") &&
          !stems.every((stem) => used.has(stem)) &&
          !stems.every((stem) => titleStems.has(stem) && titleStems.size < 3),
      )
      .map((phrase) => ({
        phrase,
        score:
          phrase.score *
          (phrase.stems.some((stem) => elsewhere.has(stem)) ? 0.6 : 1) *
          (quoted.has(phrase.text) ? 1 : 0.4),
      }))
      .sort((a, b) => b.score - a.score);
    const first = own[0];
    if (!first) return { heading: fallbacks[at] ?? "More", topic: null };
    const second = own.find(
      ({ phrase, score }) => !overlaps(phrase, first.phrase) && score > 0.65 * first.score,
    );
    for (const stem of [...first.phrase.stems, ...(second?.phrase.stems ?? [])]) used.add(stem);
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

function overlaps(a: Phrase, b: Phrase): boolean {
  return a.stems.some((stem) => b.stems.includes(stem));
}
