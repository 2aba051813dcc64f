/**
 * A file that the brief refers to, as far as its words tell. A person's sentence may hold a path without
 * marking where it begins, so there can be several candidates: the first that exists is meant.
 */
export type Reference = {
  /** What to show when it cannot be read. */
  readonly written: string;
  /** `owner/name` of another repository; null for the one that the brief is about. */
  readonly repository: string | null;
  readonly candidates: readonly string[];
  /**
   * Of a link, whose address does not tell where the branch ends: what may be its branch, tag or commit, one
   * for each candidate. Null for a plain path, which is one of the default branch.
   */
  readonly refs: readonly string[] | null;
  /** Whether it may be the name of a folder. */
  readonly folder: boolean;
  /** Named when missing: it stood in backticks or a link, or ends in a known extension. */
  readonly explicit: boolean;
  readonly note: string | null;
  /** `#L10-L40` behind it. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** Why it must not be read, or null. */
  readonly refusal: string | null;
};

/** The repository that a brief is about, and the host of its links. */
export type Place = { readonly host: string; readonly owner: string; readonly name: string };

const knownExtension = /\.(?:md|markdown|txt|vtt|srt|sbv|json|html?)$/i;

/** Whether a path ends as the name of a source does. */
export function hasKnownExtension(path: string): boolean {
  return knownExtension.test(path);
}

/** A reference to one path; refused when that must not be asked for. */
export function describePath(path: string, note: string | null): Reference {
  const reference: Reference = {
    written: path,
    repository: null,
    candidates: [path],
    refs: null,
    folder: !hasKnownExtension(path),
    explicit: true,
    note,
    lines: null,
    refusal: null,
  };
  const refusal = refusePath(path);
  return refusal === null ? reference : refuse({ ...reference, written: shorten(path) }, refusal);
}

/** The reference as one that must not be read. */
export function refuse(reference: Reference, refusal: string): Reference {
  return { ...reference, candidates: [], refs: null, explicit: true, refusal };
}

/** Enough of what was written to know it again. */
export function shorten(written: string): string {
  return written.length > 200 ? `${written.slice(0, 200).toWellFormed()}…` : written;
}

/** Why a path is never asked for; null when it may be. */
export function refusePath(path: string): string | null {
  if (/^(?:[/\\~]|[a-z]:[\\/])/i.test(path))
    return "absolute paths are not read: name it from the top of the repository";
  if (path.split(/[/\\]/).includes(".."))
    return "paths with `..` are not read: name it from the top of the repository";
  if (/\p{Cc}/u.test(path) || path.length > 500) return "this is not a path";
  return null;
}

/** `path#L10-L40`, as GitHub writes lines in a link. */
const lineFragment = /#L(\d{1,9})(?:C\d+)?(?:-L(\d{1,9})(?:C\d+)?)?$/;

/** A path without the lines behind it, and the lines. */
export function splitLines(text: string): { path: string; lines: Reference["lines"] } {
  const match = lineFragment.exec(text);
  if (!match) return { path: text, lines: null };
  const first = Number(match[1]);
  return {
    path: text.slice(0, match.index),
    lines: { first, last: Math.max(first, Number(match[2] ?? first)) },
  };
}
