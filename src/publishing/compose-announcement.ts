/** LinkedIn shows about this much before "see more"; a reader decides here. Longer texts are cut at a word. */
const mostCharacters = 1_300;

/**
 * The announcement that goes out with a post: the hook, what the writer says of it or else one point, and where to
 * read on.
 * The link itself stands in the card below the post, when the site's address is known; here it is repeated, since
 * not every reader sees cards.
 */
export function composeAnnouncement(
  draft: { readonly hook: string; readonly angle: string; readonly announcement?: readonly string[] },
  url: string | null,
): string {
  const link = url === null ? null : `Read it here: ${url}`;
  const room = Math.max(0, mostCharacters - (link === null ? 0 : link.length + "\n\n".length));
  const said = draft.announcement ?? [];
  const parts = [draft.hook, ...(said.length > 0 ? said : [firstSentence(draft.angle)])]
    .map((part) => part.trim())
    .filter((part, index, all) => part !== "" && all.indexOf(part) === index);
  return [cut(parts.join("\n\n"), room), link].filter((part) => part !== null && part !== "").join("\n\n");
}

/** At most `room` UTF-16 units: cut at white space where there is some, and never inside of a character. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const kept = text.slice(0, Math.max(0, room - 1)).replace(/[\uD800-\uDBFF]$/, "");
  const endsAtWord = /^\s/.test(text.slice(kept.length));
  const words = endsAtWord ? kept : kept.replace(/\s+\S*$/, "");
  return words.trim() === "" ? "" : `${words.trimEnd()}…`;
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
