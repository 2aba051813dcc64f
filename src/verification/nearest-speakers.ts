import { foldWords } from "../sources/fold-words.ts";
import type { Quotation } from "./find-quotations.ts";

/**
 * Whom a paragraph names for a quotation inside it: the speakers named nearest before and nearest after it,
 * in full or by the last word of a name of two.
 */
export function nearestSpeakers(
  { before, after }: Pick<Quotation, "before" | "after">,
  labels: readonly string[],
): string[] {
  const nearest = new Set<string>();
  const mentions = [...new Set(labels)].flatMap((label) =>
    namesOf(label).map((name) => ({ label, name: ` ${name} ` })),
  );
  const wordsBefore = ` ${foldWords(before).join(" ")} `;
  const wordsAfter = ` ${foldWords(after).join(" ")} `;
  const last = mentions
    .map(({ label, name }) => ({ label, at: endOf(wordsBefore, name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  const first = mentions
    .map(({ label, name }) => ({ label, at: wordsAfter.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  for (const { label, at } of last) if (at === last[0]?.at) nearest.add(label);
  if (nearest.size === 0) for (const { label, at } of first) if (at === first[0]?.at) nearest.add(label);
  return [...nearest];
}

function namesOf(label: string): string[] {
  const words = foldWords(label);
  const surname = words.length === 2 && /^\p{L}{2,}$/u.test(words[1] ?? "") ? words[1] : undefined;
  return [words.join(" "), ...(surname === undefined ? [] : [surname])].filter((name) => name !== "");
}

function endOf(words: string, name: string): number {
  const at = words.lastIndexOf(name);
  return at < 0 ? -1 : at + name.length;
}
