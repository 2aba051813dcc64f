/** What a permalink is filled with. */
export type PageNames = { readonly slug: string; readonly date: string };

/**
 * The names of a post's page. What the front matter says counts first, as it does for the site; then, for a post
 * that stands where we put it, the names that we gave it; a post that was renamed follows its new name.
 */
export function readNames(input: {
  readonly path: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** `content.filename` of the settings. */
  readonly pattern: string;
  /** As it was opened; null for what was not kept then. */
  readonly given: { readonly path: string; readonly slug: string | null; readonly date: string | null };
}): PageNames {
  const { path, frontMatter, pattern, given } = input;
  const inverted = invertPattern(pattern, path);
  const fromPath = path === given.path && given.slug !== null ? { slug: given.slug } : inverted;
  const slug = typeof frontMatter.slug === "string" ? frontMatter.slug.trim() : "";
  const written = typeof frontMatter.date === "string" ? frontMatter.date : "";
  return {
    slug: slug || (fromPath?.slug ?? guessSlug(path)),
    date: findDay(written) ?? inverted?.date ?? given.date ?? findDay(path) ?? "",
  };
}

/** What `{slug}` and `{date}` stand for in a path that ends as the pattern says; null when it does not. */
function invertPattern(pattern: string, path: string): { slug: string; date: string | null } | null {
  const seen = new Set<string>();
  const source = pattern
    .split(/(\{(?:slug|date)\})/)
    .map((part) => {
      const name = /^\{(slug|date)\}$/.exec(part)?.[1];
      if (!name) return RegExp.escape(part);
      if (seen.has(name)) return `\\k<${name}>`;
      seen.add(name);
      return name === "slug" ? "(?<slug>[^/]+)" : String.raw`(?<date>\d{4}-\d\d-\d\d)`;
    })
    .join("");
  const { slug, date } = new RegExp(`(?:^|/)${source}$`).exec(path)?.groups ?? {};
  return slug === undefined ? null : { slug, date: date ?? null };
}

/** A name of a person's own: the file's without its day, or the folder's when the file is the folder's page. */
function guessSlug(path: string): string {
  const parts = path.split("/");
  const stem = parts.at(-1)?.replace(/\.\w+$/, "") ?? "";
  const name = /^(?:_?index|readme)$/i.test(stem) ? (parts.at(-2) ?? stem) : stem;
  return name.replace(/^\d{4}-\d\d-\d\d-|-\d{4}-\d\d-\d\d$/, "");
}

function findDay(text: string): string | null {
  return /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(text)?.[0] ?? null;
}
