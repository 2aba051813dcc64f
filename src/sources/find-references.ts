import { type Place, parseLink, parsePath, parseProse, parseUrl, type Reference } from "./parse-reference.ts";

/** GitHub answers up to this many files in the one Read; what is beyond is not asked for. */
export const maxCandidates = 50;

/** A path with its note fits easily; longer segments are prose, and reading them would cost time for nothing. */
const maxSegment = 1_500;

/**
 * Finds what a brief refers to: backticks, Markdown links, blob links of this host, and segments between
 * `;`, `,`, line ends and list markers that contain `/` or end in a known extension. A parenthesis behind
 * it is the asker's note. Pure; the order is that of the text, each file once.
 */
export function findReferences(body: string, place: Place): Reference[] {
  const found = new Map<string, Reference>();
  let asked = 0;
  for (const line of body.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, " ").split(/\r\n|\r|\n/)) {
    for (const segment of splitSegments(stripLabel(line))) {
      for (const reference of readSegment(segment, place)) {
        const key = `${reference.candidates[0] ?? reference.written}#${reference.lines?.first ?? ""}`;
        if (found.has(key)) continue;
        asked += reference.refusal ? 0 : reference.candidates.length;
        if (asked > maxCandidates) return [...found.values()];
        found.set(key, reference);
      }
    }
  }
  return [...found.values()];
}

/** List markers, quote marks and a label such as `Sources:` are not part of a path; keyed lines hold none. */
function stripLabel(line: string): string {
  const text = line.replace(/^[ \t]*(?:(?:[-*+>]|\d{1,3}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?/, "");
  if (/^\**(?:series|angle|hook|audience)\**[ \t]*:/i.test(text)) return "";
  return text.replace(/^\**[\p{L} ]{1,30}:\**[ \t]+/u, "");
}

/** Splits at `;` and `,` that stand outside parentheses, backticks and link targets. */
function splitSegments(line: string): string[] {
  const segments: string[] = [];
  let depth = 0;
  let inCode = false;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === "`") inCode = !inCode;
    else if (inCode) continue;
    else if (character === "(") depth += 1;
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
  const references: Reference[] = [];
  const spans = [...segment.matchAll(marked)];
  for (const [index, match] of spans.entries()) {
    const end = (match.index ?? 0) + match[0].length;
    const note = readNote(segment.slice(end, spans[index + 1]?.index ?? segment.length));
    const { inCode, link, url } = match.groups ?? {};
    const target = inCode?.trim() ?? (link ?? url ?? "").replace(/^<|>$/g, "");
    const isUrl = /^https?:\/\//i.test(target);
    const read = isUrl
      ? parseUrl(target, note, place)
      : inCode
        ? parsePath(target, note)
        : parseLink(target, note);
    if (read) references.push(read);
  }
  return spans.length > 0 ? references : splitProse(segment).flatMap((part) => parseProse(part) ?? []);
}

/** One part for each file name: `read a.md and b.md` names two. */
function splitProse(segment: string): string[] {
  if (segment.includes("(")) return [segment];
  return segment.split(/(?<=\.(?:md|markdown|txt|vtt|srt|sbv|json|html?))[.:!?]?[ \t]+/i);
}

function readNote(text: string): string | null {
  const match = /^[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(text);
  return match?.[1]?.trim() || null;
}
