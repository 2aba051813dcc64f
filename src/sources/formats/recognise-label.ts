import { isNotSpeaker, looksLikeName, namesBreak, tidyName } from "./names.ts";
import { findStampAlone, readStamp, stampPattern } from "./stamps.ts";

/** A speaker's label at the start of a line. */
export type Label = {
  /**
   * `timed`: set off by a time or by brackets. `alone`: a line that is a name and nothing else, which only its
   * neighbours can make a label.
   */
  readonly style: "bold" | "heading" | "timed" | "plain" | "alone";
  readonly name: string;
  readonly startMs: number | null;
  /** What the line says after the label. */
  readonly rest: string;
};

type Found = Omit<Label, "startMs"> & { readonly stamp: string };

/** Marks of direction and the like that exporters put before a name. */
const unseen = /^[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/;
/** Longer lines may open with a label too; where it could stand is all that is looked at. */
const reach = 220;

const leadingStamp = new RegExp(String.raw`^\s*(?:\\?[[(])?(${stampPattern})(?:\\?[\])])?[\s:|–-]*`);
const trailingStamp = new RegExp(
  String.raw`[\s,|–-]*(?:\\?[[(])?\s*(${stampPattern})(?:\s?[-–]\s?${stampPattern})?\s*(?:\\?[\])])?$`,
);
const opening = String.raw`\s*(?:\\?[[(])?(${stampPattern})(?:\\?[\])])?\s*:?(?:\s+(.*))?$`;
const stampFirst = new RegExp(`^${opening}`, "u");
// Chinese and Japanese have a wide colon, with no space behind it.
const bold = /^(?:[-*+] )?(?:\*\*|__)([^*\n]{1,90}?)(?:\*\*|__)\s*([:：]?)\s*(.*)$/u;
const italic = /^[*_]([^*_\n]{1,90}:)[*_]\s*()(.*)$/u;
const heading = /^#{1,6}\s+(.{1,120}?)\s*#*$/u;
const chat = /^From\s{1,4}(\S.{0,58}?)(?:\s{1,4}to\s{1,4}[^:\n]{1,80})?\s*:(?:\s+(.*))?$/u;
const bracketed = /^(?:\[([^\]\n]{1,60})\]|<([^>\n]{1,60})>):?(?:\s+(.*))?$/u;
const timed = new RegExp(
  String.raw`^([^:\n]{1,60}?)[\s,|–-]*(?:\s|\\?[[(])\s*\\?[[(]?(${stampPattern})\\?[\])]?\s*[:：]?(?:\s(.*))?$`,
  "u",
);
const plain = /^([^:：\n]{1,60})(?::(?:\s+(.*))?|：(.*))$/u;

/** The label a line opens with, in any of the shapes that exporters write; null when there is none. */
export function recogniseLabel(line: string): Label | null {
  const start = line.slice(0, reach).replace(unseen, "");
  const before = leadingStamp.exec(start);
  const from = before ? start.slice(before[0].length) : start;
  const body = line.length > reach ? from.trimStart() : from.trim();
  const found =
    recogniseMarked(body) ??
    recogniseHeading(body) ??
    recogniseTimed(body, before !== null) ??
    recognisePlain(body) ??
    recogniseAlone(body, before !== null);
  if (!found) return null;
  // What was cut off belongs to the rest; a line of that length never ends in its label.
  const whole = `${found.rest}${line.slice(reach)}`.trim();
  const alone = findStampAlone(whole);
  const stamp = before?.[1] ?? (found.stamp || alone || "");
  return {
    style: found.style,
    name: tidyName(found.name),
    startMs: readStamp(stamp),
    rest: alone === null ? whole : "",
  };
}

/** `**Name:**`, `**Name**:`, `**Name** 0:12`, `_Name:_`; a break may do without the colon. */
function recogniseMarked(line: string): Found | null {
  const match = bold.exec(line) ?? italic.exec(line);
  if (!match) return null;
  const [, inside = "", colonAfter, rest = ""] = match;
  const written = inside.trim();
  const colon = /[:：]$/.test(written) || colonAfter !== "";
  const { name, stamp } = splitStamp(written.replace(/[:：]$/, "").trim());
  if (name === "") return null;
  if (colon) return { style: "bold", name, stamp, rest };
  const after = stampFirst.exec(rest);
  if (after && looksLikeName(name))
    return { style: "bold", name, stamp: after[1] ?? "", rest: (after[2] ?? "").replace(/^:\s*/, "") };
  if (rest !== "") return null;
  if (namesBreak(name) || (stamp !== "" && looksLikeName(name))) return { style: "bold", name, stamp, rest };
  return looksLikeName(name) && startsLarge(name) ? { style: "alone", name, stamp, rest } : null;
}

function recogniseHeading(line: string): Found | null {
  const inside = heading
    .exec(line)?.[1]
    ?.replace(/\*\*|__/g, "")
    .trim();
  if (inside === undefined) return null;
  const { name, stamp } = splitStamp(inside.replace(/:$/, ""));
  const named = name.replace(/:$/, "").trim();
  return looksLikeName(named) && startsLarge(named)
    ? { style: "heading", name: named, stamp, rest: "" }
    : null;
}

function recogniseTimed(line: string, hasStamp: boolean): Found | null {
  const said = hasStamp || line.startsWith("From ") ? chat.exec(line) : null;
  if (said?.[1]) return { style: "timed", name: said[1].trim(), stamp: "", rest: said[2] ?? "" };
  const inBrackets = bracketed.exec(line);
  const named = (inBrackets?.[1] ?? inBrackets?.[2] ?? "").trim();
  if (
    inBrackets &&
    looksLikeName(named) &&
    (/^\[[^\]]+\]:/.test(line) || isNumbered(named) || /^<\p{Lu}/u.test(line))
  )
    return { style: "timed", name: named, stamp: "", rest: inBrackets[3] ?? "" };
  const match = timed.exec(line);
  const name = match?.[1]?.trim() ?? "";
  if (!match || !looksLikeName(name) || !startsLarge(name)) return null;
  return { style: "timed", name, stamp: match[2] ?? "", rest: match[3] ?? "" };
}

function recognisePlain(line: string): Found | null {
  const match = plain.exec(line);
  const name = match?.[1]?.trim() ?? "";
  return match && looksLikeName(name)
    ? { style: "plain", name, stamp: "", rest: match[2] ?? match[3] ?? "" }
    : null;
}

/** After a stamp a bare name is a label: `00:12 Ana Ruiz`. */
function recogniseAlone(line: string, hasStamp: boolean): Found | null {
  if (!hasStamp || !looksLikeName(line) || !startsLarge(line)) return null;
  return { style: "timed", name: line, stamp: "", rest: "" };
}

function splitStamp(written: string): { name: string; stamp: string } {
  const found = trailingStamp.exec(written) ?? leadingStamp.exec(written);
  const name = found ? written.replace(found[0], "").trim() : written;
  return { name, stamp: found?.[1] ?? "" };
}

function startsLarge(name: string): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(name) || isNumbered(name);
}

function isNumbered(name: string): boolean {
  return /^(?:speaker|spk|s|participant|interviewer|unknown)[_ ]?\w{0,8}$/i.test(name) && !isNotSpeaker(name);
}
