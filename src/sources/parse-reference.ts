/**
 * A file that the brief refers to, as far as its words tell. A person's sentence may hold a path without
 * marking where it begins, so there can be several candidates: the first that exists is meant.
 */
export type Reference = {
  /** What to show when it cannot be read. */
  readonly written: string;
  readonly candidates: readonly string[];
  /** Named when missing: it stood in backticks or a link, or ends in a known extension. */
  readonly explicit: boolean;
  readonly note: string | null;
  /** The branch, tag or commit that a link names; null for a plain path. */
  readonly ref: string | null;
  /** `#L10-L40` of a link. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** Why it must not be read, or null. */
  readonly refusal: string | null;
};

/** Where a blob link must point to be one of this repository. */
export type Place = { readonly host: string; readonly owner: string; readonly name: string };

const knownExtension = /\.(?:md|markdown|txt|vtt|srt|sbv|json|html?)$/i;

/** `path#L10-L40`, as GitHub writes lines in a link. */
const lineFragment = /^#L(\d{1,9})(?:C\d+)?(?:-L(\d{1,9})(?:C\d+)?)?$/;

/** A blob link of this very repository, or null for any other address: those are prose. */
export function parseUrl(url: string, note: string | null, place: Place): Reference | null {
  const address = URL.parse(url.replace(/[.,;:!?]+$/, ""));
  if (address?.host.toLowerCase() !== place.host.toLowerCase()) return null;
  const [owner = "", name = "", kind, ref = "", ...rest] = address.pathname.split("/").slice(1).map(decode);
  const reference = { ...describe(rest.join("/"), note), ref, lines: readLines(address.hash) };
  const asWritten = { ...reference, written: shorten(url) };
  if (owner === "user-attachments")
    return refuse(
      asWritten,
      "files attached to a comment cannot be read by an App: commit the file to the repository",
    );
  if (kind !== "blob" || rest.join("") === "") return null;
  if (owner.toLowerCase() !== place.owner.toLowerCase() || name.toLowerCase() !== place.name.toLowerCase()) {
    return refuse(asWritten, "it lies in another repository, and only this one is read");
  }
  return reference;
}

/** The target of a Markdown link: a path with `%20`, perhaps with a fragment. */
export function parseLink(target: string, note: string | null): Reference | null {
  const at = target.indexOf("#");
  const reference = parsePath(decode(at === -1 ? target : target.slice(0, at)), note);
  return reference && { ...reference, lines: at === -1 ? null : readLines(target.slice(at)) };
}

function readLines(fragment: string): Reference["lines"] {
  const match = lineFragment.exec(fragment);
  const first = Number(match?.[1]);
  return match ? { first, last: Math.max(first, Number(match[2] ?? first)) } : null;
}

/** A path as somebody marked it; null when it looks like none. */
export function parsePath(text: string, note: string | null): Reference | null {
  const path = text.replace(/^\.\//, "").replace(/(?<=[^/])\/+$/, "");
  return text.includes("/") || knownExtension.test(path) ? describe(path, note) : null;
}

function describe(path: string, note: string | null): Reference {
  const reference = { candidates: [path], explicit: true, note, ref: null, lines: null, refusal: null };
  const refusal = refusePath(path);
  return refusal === null
    ? { ...reference, written: path }
    : refuse({ ...reference, written: shorten(path) }, refusal);
}

/** The reference as one that must not be read. */
export function refuse(reference: Reference, refusal: string): Reference {
  return { ...reference, candidates: [], explicit: true, refusal };
}

/** Enough of what was written to know it again. */
function shorten(written: string): string {
  return written.length > 200 ? `${written.slice(0, 200).toWellFormed()}…` : written;
}

/** Why a path is never asked for; null when it may be. */
function refusePath(path: string): string | null {
  if (/^(?:[/\\~]|[a-z]:[\\/])/i.test(path))
    return "absolute paths are not read: name it from the top of the repository";
  if (path.split(/[/\\]/).includes(".."))
    return "paths with `..` are not read: name it from the top of the repository";
  if (/\p{Cc}/u.test(path) || path.length > 500) return "this is not a path";
  return null;
}

/**
 * A path that nobody marked: the segment as a whole, or what is left when words before it are taken away
 * (`please read notes/Public Voice.md`), longest first.
 */
export function parseProse(segment: string): Reference | null {
  const tail = /^(.*?)[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)[ \t.]*$/.exec(segment);
  const text = unwrap((tail?.[1] ?? segment).replace(/[.:!?]+$/, "").trim());
  const note = tail?.[2]?.trim() || null;
  if (!text.includes("/") && !knownExtension.test(text)) return null;
  const words = text.split(/[ \t]+/);
  const marking = words.findLastIndex((word) => word.includes("/") || knownExtension.test(word));
  const firstMark = words.findIndex((word) => word.includes("/"));
  const lastStart = Math.min(firstMark === -1 ? marking : firstMark, words.length - 1);
  const starts = [...Array(Math.max(0, lastStart) + 1).keys()].slice(-6);
  const suffixes = starts.map((start) => words.slice(start).join(" "));
  const isMarked = knownExtension.test(text);
  const shortest = suffixes.at(-1) ?? text;
  const refusal = refusePath(shortest);
  const looksLikePath = isMarked || (words.length === 1 && /^(?:\/[^/]+\/|(?:.*\/)?\.\.\/)/.test(text));
  if (refusal) return looksLikePath ? describe(shortest, note) : null;
  const word = words[marking] ?? text;
  const candidates = [...new Set([text, ...suffixes, ...(isMarked ? [] : [word])])].filter(
    (path) => !refusePath(path),
  );
  return {
    written: isMarked ? shortest : word,
    candidates,
    explicit: isMarked,
    note,
    ref: null,
    lines: null,
    refusal: null,
  };
}

/** Emphasis and quotation marks around a path are not part of it. */
function unwrap(text: string): string {
  return (
    /^(\*{1,3}|_{1,3}|["'])(?<inner>[^*"']+)\1$/.exec(text)?.groups?.inner ??
    text.replace(/^“([^“”]*)”$/, "$1")
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
