import { parseTime, timePattern } from "./parse-time.ts";

/** A speaker's label at the start of a line. */
export type Label = {
  readonly style: "bold" | "plain";
  readonly name: string;
  readonly startMs: number | null;
  /** What the line says after the label. */
  readonly rest: string;
};

const leadingTime = new RegExp(String.raw`^\s*(?:\\?[[(])?(${timePattern})(?:\\?[\])])?\s*[-–:]?\s*`);
const trailingTime = new RegExp(String.raw`\s*(?:\\?[[(])?\s*(${timePattern})\s*(?:\\?[\])])?$`);
const wholeTime = new RegExp(String.raw`^\s*(?:\\?[[(])?(${timePattern})(?:\\?[\])])?\s*$`);
const bold = /^\*\*([^*\n]{1,90})\*\*\s*(:?)(.*)$/u;
const timedPlain = new RegExp(
  String.raw`^([^\n]{1,60}?)\s*\\?[[(](${timePattern})\\?[\])]\s*:?(?:\s(.*))?$`,
  "u",
);
const plain = /^([^:\n]{1,60}):(?:\s+(.*))?$/u;
const header = new RegExp(String.raw`^([^:\n]{1,60}?)\s+(${timePattern})$`, "u");

const notSpeakers = new Set(
  "note notes todo warning tip example step source sources link links url date time topic topics agenda attendees participants present action actions decision decisions summary context goal goals outcome title author tags audience hook angle series duration recording question questions description background owner status next http https subject from to cc re ps".split(
    " ",
  ),
);
const breakNames = new Set("break ad ads advert sponsor sponsors sponsored music jingle".split(" "));
const particles = new Set(
  "de da di del della der den van von la le bin al el y und dr. mr. ms. mrs.".split(" "),
);

/** The label a line opens with, in any of the shapes that exporters write; null when there is none. */
export function recogniseLabel(line: string): Label | null {
  const before = leadingTime.exec(line);
  const body = before ? line.slice(before[0].length) : line.trimStart();
  const found = recogniseBold(body) ?? recognisePlain(body);
  if (!found) return null;
  const alone = wholeTime.exec(found.rest);
  const startMs = parseTime(before?.[1] ?? "") ?? found.startMs ?? parseTime(alone?.[1] ?? "");
  return { ...found, startMs, rest: alone ? "" : found.rest };
}

function recogniseBold(line: string): Label | null {
  const match = bold.exec(line);
  if (!match) return null;
  const [, inside = "", colonAfter, rest = ""] = match;
  const written = inside.trim();
  if (!written.endsWith(":") && colonAfter !== ":") return null;
  const named = written.replace(/:$/, "").trim();
  const timed = trailingTime.exec(named) ?? leadingTime.exec(named);
  const name = (timed ? named.replace(timed[0], "") : named).trim();
  return name === ""
    ? null
    : { style: "bold", name, startMs: parseTime(timed?.[1] ?? ""), rest: rest.trim() };
}

function recognisePlain(line: string): Label | null {
  const timed = timedPlain.exec(line) ?? header.exec(line);
  if (timed && looksLikeName(timed[1] ?? ""))
    return {
      style: "plain",
      name: (timed[1] ?? "").trim(),
      startMs: parseTime(timed[2] ?? ""),
      rest: timed[3] ?? "",
    };
  const match = plain.exec(line);
  const name = match?.[1]?.trim() ?? "";
  return match && looksLikeName(name) ? { style: "plain", name, startMs: null, rest: match[2] ?? "" } : null;
}

/** True for `Ana Ruiz`, `Speaker 1`, `J. de la Cruz (Acme)`, `nflaig`; false for `Next steps`, `So here is the thing`. */
export function looksLikeName(label: string): boolean {
  const words = label.trim().split(/\s+/);
  if (words.length > 6 || !/^\p{L}[\p{L}\p{M}\p{N} .,'’()|/&_-]*$/u.test(label.trim())) return false;
  if (isNotSpeaker(label)) return false;
  if (words.length === 1) return true;
  return words.every(
    (word) => /^[(|/&-]?[\p{Lu}\p{Lo}\p{N}]|^[|/&-]$/u.test(word) || particles.has(word.toLowerCase()),
  );
}

export function isNotSpeaker(label: string): boolean {
  return notSpeakers.has(label.trim().toLowerCase());
}

/** True for the labels of adverts and breaks. */
export function isBreak(label: string): boolean {
  return breakNames.has(label.trim().toLowerCase());
}
