import { buildUtterance, type Piece } from "./build-utterance.ts";
import { isBreak, isNotSpeaker, type Label, recogniseLabel } from "./recognise-label.ts";
import { skipFrontMatter } from "./skip-front-matter.ts";
import { readSpokenLine } from "./spoken-text.ts";
import type { Utterance } from "./transcript.ts";

type Turn = { speaker: string | null; quotable: boolean; pieces: Piece[] };
type Format = "markdown" | "text";

/** Markdown and plain text: the utterances, and whether they are speakers' turns or paragraphs of notes. */
export function parseTurns(
  text: string,
  format: Format,
): { kind: "transcript" | "notes"; utterances: Utterance[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const first = skipFrontMatter(lines);
  const labels = chooseLabels(lines, first);
  const kind = labels.size > 0 ? "transcript" : "notes";
  const utterances = readTurns(lines, first, labels, format)
    .map((turn) => buildUtterance({ ...turn, number: 1 }))
    .filter((utterance) => utterance !== null)
    .map((utterance, index) => ({ ...utterance, number: index + 1 }));
  return { kind, utterances };
}

/**
 * Which lines open a turn. A file is a transcript when a speaker comes back, or when labels carry times;
 * plain `Name:` labels must also open a good part of its paragraphs, so that notes with a few
 * `Label: value` lines stay notes.
 */
function chooseLabels(lines: readonly string[], first: number): Map<number, Label> {
  const found = new Map<number, Label>();
  let paragraphs = 0;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    const opensParagraph = index === first || (lines[index - 1] ?? "").trim() === "";
    if (opensParagraph) paragraphs++;
    const label = recogniseLabel(line);
    if (label) found.set(index, label);
  }
  const ofStyle = (style: Label["style"]) => new Map([...found].filter(([, label]) => label.style === style));
  const bold = ofStyle("bold");
  if (comesBack(bold)) return bold;
  const plain = ofStyle("plain");
  const timed = [...plain.values()].filter((label) => label.startMs !== null).length;
  if (timed >= 2 && timed * 2 >= plain.size) return plain;
  return comesBack(plain) && plain.size >= 3 && plain.size >= paragraphs * 0.4
    ? dropOddLabels(plain)
    : new Map();
}

function comesBack(labels: ReadonlyMap<number, Label>): boolean {
  return [...countNames(labels)].some(([name, count]) => count > 1 && !isBreak(name) && !isNotSpeaker(name));
}

/** Among plain labels a single small word that never comes back (`Remember: …`) is part of what is said. */
function dropOddLabels(labels: ReadonlyMap<number, Label>): Map<number, Label> {
  const counts = countNames(labels);
  return new Map(
    [...labels].filter(([, { name }]) => (counts.get(name) ?? 0) > 1 || name.includes(" ") || isBreak(name)),
  );
}

function countNames(labels: ReadonlyMap<number, Label>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of labels.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function readTurns(
  lines: readonly string[],
  first: number,
  labels: ReadonlyMap<number, Label>,
  format: Format,
): Turn[] {
  const turns: Turn[] = [];
  let turn: Turn = { speaker: null, quotable: false, pieces: [] };
  let opensParagraph = true;
  let inFence = false;
  let startMs: number | null = null;
  const open = (speaker: string | null, quotable: boolean) => {
    turn = { speaker, quotable, pieces: [] };
    turns.push(turn);
  };
  open(null, false);
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const label = labels.get(index);
    if (/^\s*(?:```|~~~)/.test(line)) inFence = !inFence;
    if (line.trim() === "" || /^\s*(?:\\?[*_-]\s*){3,}$/.test(line)) {
      opensParagraph = true;
      if (labels.size === 0) open(null, false);
      if (line.trim() !== "") open(null, false);
      continue;
    }
    if (format === "markdown" && /^#{1,6}\s/.test(line)) {
      open(null, false);
      continue;
    }
    if (label) {
      const speaks = !isBreak(label.name) && !isNotSpeaker(label.name);
      open(speaks ? label.name : null, speaks);
      startMs = label.startMs;
    }
    const body = label ? label.rest : line;
    const spoken = readSpokenLine(body.replace(/^\s*(?:>\s*)+/, ""), format);
    const plainSpeech = !inFence && !/^\s*(?:>|\||[-*+]\s|\d{1,3}[.)]\s|```|~~~)/.test(body);
    if (spoken.text === "" && label === undefined) startMs = spoken.startMs ?? startMs;
    if (spoken.text === "") continue;
    turn.pieces.push({
      text: spoken.text,
      breaks: spoken.breaks,
      line: index + 1,
      startMs: spoken.startMs ?? startMs,
      endMs: null,
      opensParagraph,
      quotable: plainSpeech,
    });
    startMs = null;
    opensParagraph = false;
  }
  return turns;
}
