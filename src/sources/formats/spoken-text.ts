import { parseTime, timePattern } from "../parse-time.ts";

/** One line of a source as spoken words. */
export type SpokenLine = {
  readonly text: string;
  /** Offsets in `text` where something other than an escape was taken out: no quotation may run over one. */
  readonly breaks: readonly number[];
  /** The time stamp that the line opens with. */
  readonly startMs: number | null;
};

const time = String.raw`\\?\[(?<time>${timePattern})\\?\]|^\((?<round>${timePattern})\)`;
const markdown = [
  String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
  String.raw`!\[[^[\]\n]{0,300}\]\([^()\s]{0,1000}\)`,
  String.raw`\[(?<link>[^[\]\n]{1,300})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)`,
  "<!--(?:[^<]|<(?!!--)){0,1000}?-->",
  String.raw`</?[A-Za-z][^<>\n]{0,1000}>`,
  String.raw`\*{1,3}(?=\S)|(?<=\S)\*{1,3}`,
  String.raw`(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])`,
  "`{1,3}",
];
const inText = new RegExp(time, "gu");
const inMarkdown = new RegExp([time, ...markdown].join("|"), "gu");

/**
 * Takes the format's own marks out of a line: time stamps everywhere, and in Markdown escapes, links,
 * tags and emphasis. The words that stay are the source's own.
 */
export function readSpokenLine(line: string, format: "markdown" | "text"): SpokenLine {
  const flat = line.replace(/\s+/gu, " ").trim();
  const breaks: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let startMs: number | null = null;
  let from = 0;
  // Parts are joined once at the end: looking at the end of a growing text takes quadratic time.
  const append = (part: string) => {
    const kept = length === 0 || parts.at(-1)?.endsWith(" ") ? part.trimStart() : part;
    if (kept === "") return;
    parts.push(kept);
    length += kept.length;
  };
  for (const match of flat.matchAll(format === "markdown" ? inMarkdown : inText)) {
    append(flat.slice(from, match.index));
    from = match.index + match[0].length;
    const { escaped, link, time: square, round } = match.groups ?? {};
    if (escaped !== undefined) {
      append(escaped);
      continue;
    }
    if (length === 0) startMs ??= parseTime(square ?? round ?? "");
    breaks.push(length);
    if (link === undefined) continue;
    append(link);
    breaks.push(length);
  }
  append(flat.slice(from));
  return { text: parts.join("").trimEnd(), breaks, startMs };
}
