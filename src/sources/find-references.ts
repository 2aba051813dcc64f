import { parseLink, parsePath, parseProse } from "./parse-reference.ts";
import { parseUrl } from "./parse-url.ts";
import { type Place, type Reference, refuse } from "./reference.ts";

/** As many paths are asked for in the one Read; marked ones come first, and one too many is named. */
export const maxCandidates = 50;

/** References that are refused are told to a person; a list of more helps nobody. */
const maxRefusals = 50;

/** A path with its note fits easily; longer segments are prose, and reading them would cost time for nothing. */
const maxSegment = 1_500;

/**
 * Finds what a brief refers to: backticks, Markdown links, blob links of this host, and segments between
 * `;`, `,`, line ends and list markers that contain `/` or end in a known extension. A parenthesis behind
 * it is the asker's note. Pure; the order is that of the text, each path once.
 */
export function findReferences(body: string, place: Place): Reference[] {
  const found = new Map<string, Reference>();
  for (const line of body.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, " ").split(/\r\n|\r|\n/)) {
    for (const segment of splitSegments(stripLabel(line))) {
      for (const reference of readSegment(segment, place)) {
        const { candidates, written, repository, refs, lines } = reference;
        const key = JSON.stringify([repository, refs?.[0], candidates[0] ?? written, lines]);
        if (!found.has(key)) found.set(key, reference);
      }
    }
  }
  return keepWithinLimits([...found.values()]);
}

/** Prose with a slash in it (`and/or`) must not take the place of a path that somebody marked. */
function keepWithinLimits(references: readonly Reference[]): Reference[] {
  let asked = 0;
  const kept = new Map<Reference, Reference>();
  for (const reference of references.toSorted((a, b) => Number(b.explicit) - Number(a.explicit))) {
    // The ways to read a link are of one file, and but one of them is there.
    const files = reference.refs ? 1 : reference.candidates.length;
    const fits = asked + files <= maxCandidates;
    if (fits) asked += files;
    if (fits) kept.set(reference, reference);
    else if (reference.explicit) kept.set(reference, refuse(reference, tooMany));
  }
  let refused = 0;
  return references
    .flatMap((reference) => kept.get(reference) ?? [])
    .filter(({ refusal }) => refusal === null || ++refused <= maxRefusals);
}

const tooMany = `at most ${maxCandidates} files are read for a draft: name fewer`;

/** List markers, quote marks and a label such as `Sources:` are not part of a path; keyed lines hold none. */
function stripLabel(line: string): string {
  const text = line.replace(/^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,3}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?/, "");
  if (/^\**(?:series|angle|hook|audience)\**[ \t]*:/i.test(text)) return "";
  return text.replace(/^\**[\p{L} ]{1,30}:\**[ \t]+/u, "");
}

/**
 * Splits at `;` and `,` that stand outside parentheses, backticks and link targets. A parenthesis or a
 * backtick that nothing closes is a character like any other.
 */
function splitSegments(line: string): string[] {
  const segments: string[] = [];
  const lastClosing = line.lastIndexOf(")");
  const lastTick = line.lastIndexOf("`");
  let depth = 0;
  let inCode = false;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === "`") inCode = !inCode && at < lastTick;
    else if (inCode) continue;
    else if (character === "(" && at < lastClosing) depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if ((character === ";" || character === ",") && depth === 0) {
      segments.push(line.slice(start, at));
      start = at + 1;
    }
  }
  segments.push(line.slice(start));
  return segments
    .map((segment) => segment.trim())
    .filter((segment) => segment && segment.length <= maxSegment);
}

const marked =
  /(?<code>`+)(?<inCode>[^`]+)\k<code>|\[[^\][]*\]\((?<link><[^<>]*>|[^()\s]*)(?:\s+"[^"]*")?\)|(?<url>https?:\/\/[^\s<>()]+)/g;

function readSegment(segment: string, place: Place): Reference[] {
  const spans = [...segment.matchAll(marked)].filter((span) => !isInNote(segment.slice(0, span.index)));
  const references = readProse(segment.slice(0, spans[0]?.index), place);
  for (const [index, span] of spans.entries()) {
    const after = segment.slice(span.index + span[0].length, spans[index + 1]?.index);
    const { note, rest } = readNote(after);
    const read = isShown(segment.slice(0, span.index)) ? null : readSpan(span, note, place);
    if (read) references.push(read);
    references.push(...readProse(rest, place));
  }
  return references;
}

/** Whether what follows is a picture, or an address inside of HTML: people paste those for others to look at. */
function isShown(before: string): boolean {
  return /(?:!|=["']?)$/.test(before);
}

/** Whether what follows stands in the parenthesis behind a file's name: the note may hold links and code. */
function isInNote(before: string): boolean {
  const open = before.lastIndexOf("(");
  if (open <= before.lastIndexOf(")")) return false;
  const word = before.slice(0, open).trimEnd().split(/\s/).at(-1) ?? "";
  return (
    word.includes("/") ||
    word.includes("](") ||
    /(?:\.(?:md|markdown|txt|vtt|srt|sbv|json|html?)|`)$/i.test(word)
  );
}

function readSpan(span: RegExpExecArray, note: string | null, place: Place): Reference | null {
  const { inCode, link, url } = span.groups ?? {};
  const target = inCode?.trim() ?? (link ?? url ?? "").replace(/^<|>$/g, "");
  if (/^https?:\/\//i.test(target)) return parseUrl(target, note, place);
  return inCode ? parsePath(target, note, place) : parseLink(target, note, place);
}

/** One part for each file name: `read a.md and b.md` names two. Notes are not split. */
function readProse(text: string, place: Place): Reference[] {
  return text
    .split(/(?<=\.(?:md|markdown|txt|vtt|srt|sbv|json|html?))[.:!?]?[ \t]+(?![^()]*\))(?=[^(\s])/i)
    .flatMap((part) => parseProse(part, place) ?? []);
}

function readNote(text: string): { note: string | null; rest: string } {
  const match = /^[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(text);
  return { note: match?.[1]?.trim() || null, rest: text.slice(match?.[0].length ?? 0) };
}
