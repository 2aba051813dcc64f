import { listTerms } from "../sources/ranking/read-words.ts";

type Told = { readonly title: string; readonly about: string };

/** So much of what a post's title and description speak of must stand in an angle for it to be called close. */
const closeShare = 0.5;
const minShared = 2;

/**
 * The earlier posts that an angle comes close to, the closest first: most of the words that carry their subject stand
 * in it too. Words that every post has tell nothing, so they do not count.
 */
export function findCovered<T extends Told>(angle: string, earlier: readonly T[]): T[] {
  const own = new Set(listTerms(angle));
  const terms = earlier.map(({ title, about }) => new Set(listTerms(`${title} ${about}`)));
  const isCommon = (term: string) =>
    earlier.length >= 4 && terms.filter((other) => other.has(term)).length > earlier.length / 2;
  return earlier
    .map((post, at) => {
      const telling = [...(terms[at] ?? [])].filter((term) => !isCommon(term));
      const shared = telling.filter((term) => own.has(term)).length;
      return { post, shared, share: shared / Math.max(1, Math.min(telling.length, own.size)) };
    })
    .filter(({ shared, share }) => shared >= minShared && share >= closeShare)
    .sort((a, b) => b.share - a.share)
    .map(({ post }) => post);
}
