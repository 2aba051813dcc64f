/** LinkedIn shows about this much before "see more"; a reader decides here. Longer texts are cut at a sentence. */
const mostCharacters = 1_300;

/**
 * The announcement that goes out with a post, without a language model: the hook, one point, and where to read on.
 * The link itself stands in the card below the post, when the site's address is known; here it is repeated, since
 * not every reader sees cards.
 */
export function writeAnnouncement(
  draft: { readonly hook: string; readonly angle: string },
  url: string | null,
): string {
  const link = url === null ? null : `Read it here: ${url}`;
  const room = mostCharacters - (link?.length ?? 0) - 4;
  const parts = [draft.hook, firstSentence(draft.angle)].filter(
    (part, index, all) => all.indexOf(part) === index,
  );
  const body = parts.join("\n\n");
  return [body.length > room ? `${body.slice(0, room - 1).replace(/\s+\S*$/, "")}…` : body, link]
    .filter((part) => part !== null)
    .join("\n\n");
}

/** The page of a post: the site's address and its permalink with the slug and day filled in. */
export function buildPostUrl(
  site: { readonly url: string | null; readonly permalink: string },
  values: { readonly slug: string; readonly date: string },
): string | null {
  if (site.url === null) return null;
  const path = site.permalink.replaceAll("{slug}", values.slug).replaceAll("{date}", values.date);
  return URL.parse(path.replace(/^\//, ""), `${site.url.replace(/\/+$/, "")}/`)?.href ?? null;
}

function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
