import { decode } from "./parse-url.ts";
import {
  describePath,
  hasKnownExtension,
  type Place,
  type Reference,
  refusePath,
  splitLines,
} from "./reference.ts";

/** The target of a Markdown link: a path with `%20`, perhaps with a fragment. */
export function parseLink(target: string, note: string | null, place: Place): Reference | null {
  const { path, lines } = splitLines(target);
  const reference = parsePath(decode(path.replace(/#.*$/s, "")), note, place);
  return reference && { ...reference, lines };
}

/** A path as somebody marked it, perhaps `owner/name:path` or `path#L10-L40`; null when it looks like none. */
export function parsePath(text: string, note: string | null, place: Place): Reference | null {
  const { path: whole, lines } = splitLines(text);
  const elsewhere = readRepository(whole, place);
  const named = (elsewhere?.path ?? whole).replace(/^\.\//, "").replace(/(?<=[^/])\/+$/, "");
  if (named === "" || (!elsewhere && !whole.includes("/") && !hasKnownExtension(named))) return null;
  const reference = { ...describePath(named, note), lines };
  if (!elsewhere || elsewhere.repository === null) return reference;
  const { repository } = elsewhere;
  return { ...reference, repository, written: `${repository}:${reference.written}` };
}

/**
 * `owner/name:path` where the owner is the one whose repository the brief is about; a colon behind anything
 * else can be part of a path (`talks/10:30.md`). The brief's own repository comes back as null.
 */
function readRepository(text: string, place: Place): { repository: string | null; path: string } | null {
  const match = /^([\w-]{1,40})\/([\w.-]{1,100}):(?!\/\/)(\S.*)$/s.exec(text);
  const [, owner = "", name = "", path = ""] = match ?? [];
  if (owner.toLowerCase() !== place.owner.toLowerCase()) return null;
  const isHere = name.toLowerCase() === place.name.toLowerCase();
  return { repository: isHere ? null : `${owner}/${name}`, path };
}

/**
 * A path that nobody marked: the segment as a whole, or what is left when words before it are taken away
 * (`please read notes/Public Voice.md`), longest first.
 */
export function parseProse(segment: string, place: Place): Reference | null {
  const { text: written, note } = splitNote(segment);
  // `the interview (calls/a.md)`: what stands in parentheses is the path, and no note.
  if (
    note !== null &&
    hasKnownExtension(note) &&
    !written.includes("/") &&
    !hasKnownExtension(written.trim())
  )
    return parseProse(note, place);
  const { path: text, lines } = splitLines(unwrap(written.replace(/[.:!?]+$/, "").trim()));
  if (!text.includes("/") && !hasKnownExtension(text)) return null;
  const words = text.split(/[ \t]+/);
  const at = words.findIndex((word) => readRepository(word, place) !== null);
  if (at !== -1) {
    const named = parsePath(words.slice(at).join(" "), note, place);
    return named && { ...named, lines };
  }
  return describeProse(text, words, { note, lines });
}

function describeProse(
  text: string,
  words: readonly string[],
  { note, lines }: Pick<Reference, "note" | "lines">,
): Reference | null {
  const marking = words.findLastIndex((word) => word.includes("/") || hasKnownExtension(word));
  const firstMark = words.findIndex((word) => word.includes("/"));
  const lastStart = Math.min(firstMark === -1 ? marking : firstMark, words.length - 1);
  const starts = [...Array(Math.max(0, lastStart) + 1).keys()].slice(-6);
  const suffixes = starts.map((start) => words.slice(start).join(" "));
  const isMarked = hasKnownExtension(text);
  const shortest = suffixes.at(-1) ?? text;
  const refusal = refusePath(shortest);
  const looksLikePath = isMarked || (words.length === 1 && /^(?:\/[^/]+\/|(?:.*\/)?\.\.\/)/.test(text));
  if (refusal) return looksLikePath ? describePath(shortest, note) : null;
  const word = words[marking] ?? text;
  const paths = [text, ...suffixes, ...(isMarked ? [] : [word])].map((path) => path.replace(/\/+$/, ""));
  return {
    ...describePath(isMarked ? shortest : word, note),
    candidates: [...new Set(paths)].filter((path) => path !== "" && !refusePath(path)),
    // One of them may be a path, so none is refused: nobody marked it as one.
    refusal: null,
    // A slash at the end is how people write a folder; without one a word with a slash is more often prose.
    folder: word.endsWith("/"),
    explicit: isMarked,
    lines,
  };
}

/** What was written, without the asker's note in parentheses behind it. */
export function splitNote(text: string): { text: string; note: string | null } {
  const tail = /^(.*?)[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)[ \t.]*$/.exec(text);
  return { text: tail?.[1] ?? text, note: tail?.[2]?.trim() || null };
}

/** Emphasis and quotation marks around a path are not part of it. */
function unwrap(text: string): string {
  return (
    /^(\*{1,3}|_{1,3}|["'])(?<inner>[^*"']+)\1$/.exec(text)?.groups?.inner ??
    text.replace(/^“([^“”]*)”$/, "$1")
  );
}
