import { isNotSpeaker, looksLikeName, namesBreak, tidyName } from "./names.ts";
import type { SourceLine } from "./parsed.ts";
import { type Label, recogniseLabel } from "./recognise-label.ts";
import { findStampAlone, readStamp } from "./stamps.ts";

type Labels = ReadonlyMap<number, Label>;

const none: Labels = new Map();

/**
 * Which lines open a turn, by their index. A file has one habit: the first style wins of those that show one.
 * It is a transcript when a speaker comes back, or when labels carry times; plain `Name:` labels must also open
 * a good part of its paragraphs, so that notes with a few `Label: value` lines stay notes.
 */
export function chooseLabels(lines: readonly SourceLine[]): Labels {
  const found = findLabels(lines);
  const ofStyle = (...styles: Label["style"][]) =>
    new Map([...found].filter(([, { style }]) => styles.includes(style)));
  const bold = ofStyle("bold");
  if (comesBack(bold)) return bold;
  const heading = ofStyle("heading");
  if (isHabit(heading)) return heading;
  const timed = ofStyle("timed");
  const plain = ofStyle("plain");
  const withTime = [...plain.values()].filter(({ startMs }) => startMs !== null).length;
  if (isTimed(timed, lines) && timed.size >= withTime) return timed;
  if (withTime >= 2 && withTime * 2 >= plain.size) return plain;
  const paragraphs = countParagraphs(lines, plain);
  if (comesBack(plain) && plain.size >= 3 && plain.size >= paragraphs * 0.4)
    return dropOddLabels(plain, lines);
  const alone = ofStyle("alone");
  return isHabit(alone) && alone.size >= 4 && alone.size >= countParagraphs(lines, alone) * 0.4
    ? alone
    : none;
}

/** A list below such a heading says who is to do what; nobody said it. */
const tasks =
  /^#{1,6}\s+\W*(?:action items?|actions|next steps|to-?dos?|tasks|decisions|attendees|participants)\W*$/i;

function findLabels(lines: readonly SourceLine[]): Map<number, Label> {
  const found = new Map<number, Label>();
  const textAt = (index: number) => lines[index]?.text.trim() ?? "";
  let inCode = false;
  let isAboutTasks = false;
  lines.forEach(({ text }, index) => {
    // A transcript may stand in a fence too, but not in one that names a language.
    if (/^\s*(?:```|~~~)/.test(text))
      inCode = !inCode && /^\s*(?:`{3,}|~{3,})\s*(?!te?xt\b|plain)[a-z]/i.test(text);
    if (/^#{1,6}\s/.test(text)) isAboutTasks = tasks.test(text);
    if (inCode || text.trim() === "" || (isAboutTasks && /^\s*[-*+]\s/.test(text))) return;
    const label = recogniseLabel(text) ?? recogniseNameLine(textAt(index), index, textAt);
    if (label && (label.style !== "alone" || standsAlone(index, textAt))) found.set(index, label);
  });
  return found;
}

/** A line that is a name: with a stamp as its neighbour it is a label, otherwise it may be one. */
function recogniseNameLine(written: string, index: number, textAt: (index: number) => string): Label | null {
  const line = tidyName(written);
  if (line.length > 60 || !looksLikeName(line) || !/^[\p{Lu}\p{Lo}]/u.test(line) || /[.,]$/.test(line))
    return null;
  const after = findStampAlone(textAt(index + 1));
  const before = findStampAlone(textAt(index - 1));
  const stamp = after ?? before;
  return {
    style: stamp === null ? "alone" : "timed",
    name: line,
    startMs: readStamp(stamp ?? ""),
    rest: "",
  };
}

/** A name opens a paragraph, and the words follow on the next line. */
function standsAlone(index: number, textAt: (index: number) => string): boolean {
  return textAt(index - 1) === "" && textAt(index + 1) !== "";
}

function comesBack(labels: Labels): boolean {
  return [...countNames(labels)].some(
    ([name, count]) => count > 1 && !namesBreak(name) && !isNotSpeaker(name),
  );
}

/** Speakers come back; titles of chapters do not. */
function isHabit(labels: Labels): boolean {
  const counts = countNames(labels);
  const returning = [...labels.values()].filter(({ name }) => (counts.get(name) ?? 0) > 1).length;
  return comesBack(labels) && returning * 2 >= labels.size;
}

/** An agenda has times behind names too, but nothing is said under them. */
function isTimed(labels: Labels, lines: readonly SourceLine[]): boolean {
  if (labels.size < 2) return false;
  if (isHabit(labels)) return true;
  const spoken = [...labels].filter(([index, { rest }]) => {
    let next = index + 1;
    const isPassedOver = (text = "-") => text.trim() === "" || findStampAlone(text) !== null;
    while (isPassedOver(lines[next]?.text)) next += 1;
    return rest !== "" || (next < lines.length && !labels.has(next));
  });
  return spoken.length >= labels.size * 0.8;
}

/**
 * Among plain labels a single small word that never comes back (`Remember: …`) is part of what is said, unless
 * every line opens with a label, or every label a paragraph: there it is somebody who speaks once, whose words
 * must not be taken for those of the speaker before.
 */
function dropOddLabels(labels: Labels, lines: readonly SourceLine[]): Labels {
  const written = lines.filter(({ text }) => text.trim() !== "").length;
  if (labels.size >= written * 0.9) return labels;
  const counts = countNames(labels);
  const opensParagraph = (index: number) => index === 0 || lines[index - 1]?.text.trim() === "";
  const first = labels.keys().next().value;
  if ([...labels].every(([index]) => index === first || opensParagraph(index))) return labels;
  return new Map(
    [...labels].filter(
      ([, { name }]) => (counts.get(name) ?? 0) > 1 || name.includes(" ") || namesBreak(name),
    ),
  );
}

function countNames(labels: Labels): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of labels.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** From the first label on: a summary above the talk has paragraphs of its own. */
function countParagraphs(lines: readonly SourceLine[], labels: Labels): number {
  const [first = 0] = labels.keys();
  let count = 0;
  for (let index = first; index < lines.length; index += 1)
    if (lines[index]?.text.trim() !== "" && (index === first || lines[index - 1]?.text.trim() === ""))
      count += 1;
  return count;
}
