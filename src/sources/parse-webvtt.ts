import { buildUtterance, type Piece } from "./build-utterance.ts";
import { parseTime } from "./parse-time.ts";
import { looksLikeName } from "./recognise-label.ts";
import type { Utterance } from "./transcript.ts";

type Cue = { startMs: number; endMs: number; lines: { text: string; line: number; voice: string | null }[] };

const timing = /^\s*(\d[\d:.,]{4,})[ \t]*-->[ \t]*(\d[\d:.,]{4,})/;
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    lrm: "",
    rlm: "",
  }),
);

/** WebVTT, https://www.w3.org/TR/webvtt1/: consecutive cues of one speaker become one utterance. */
export function parseWebvtt(text: string): Utterance[] {
  const cues = dropRepeats(readCues(text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)));
  const labels = cues
    .map((cue) => labelOf(cue.lines[0]?.text ?? "", () => true))
    .filter((name) => name !== null);
  const everyCueIsLabelled = labels.length >= cues.length * 0.8;
  const returning = everyCueIsLabelled ? listReturning(labels) : new Set<string>();
  const isKnown = (name: string) => returning.has(name);
  const turns: { speaker: string | null; pieces: Piece[] }[] = [];
  for (const cue of cues) {
    for (const { text: written, line, voice } of cue.lines) {
      const opensCue = line === cue.lines[0]?.line;
      const label = voice === null && opensCue ? labelOf(written, isKnown) : null;
      const last = turns.at(-1);
      const carriesOn = voice === null && label === null && (!opensCue || !everyCueIsLabelled);
      const speaker = carriesOn && last ? last.speaker : (voice ?? label);
      const turn = last && last.speaker === speaker ? last : { speaker, pieces: [] };
      if (turn !== last) turns.push(turn);
      const spoken = readCueText(label === null ? written : written.slice(written.indexOf(":") + 1));
      const { startMs, endMs } = cue;
      turn.pieces.push({ ...spoken, line, startMs, endMs, opensParagraph: false, quotable: true });
    }
  }
  return turns
    .map((turn) => buildUtterance({ ...turn, number: 1, quotable: true }))
    .filter((utterance) => utterance !== null)
    .map((utterance, index) => ({ ...utterance, number: index + 1 }));
}

/**
 * `Name: text`. Only what looks like a name counts as one, or what is known to be: `Here is the thing: …` is
 * somebody speaking, not somebody.
 */
function labelOf(written: string, isKnown: (name: string) => boolean): string | null {
  const name = /^([^:<>\n]{1,60}):\s/.exec(`${written} `)?.[1]?.trim();
  if (name === undefined || name === "") return null;
  return isKnown(name) || (looksLikeName(name) && /^[\p{Lu}\p{Lo}]/u.test(name)) ? name : null;
}

/** Where every cue has a label, a handle or an odd name is one when it comes back again and again. */
function listReturning(labels: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([label]) => label));
}

function readCues(lines: readonly string[]): Cue[] {
  const cues: Cue[] = [];
  let cue: Cue | null = null;
  let skipping = false;
  lines.forEach((line, index) => {
    const times = timing.exec(line);
    const startMs = parseTime(times?.[1] ?? "");
    const endMs = parseTime(times?.[2] ?? "");
    if (startMs !== null && endMs !== null) {
      cue = { startMs, endMs, lines: [] };
      cues.push(cue);
      skipping = false;
    } else if (line.trim() === "") {
      cue = null;
      skipping = false;
    } else if (cue === null && /^(?:NOTE|STYLE|REGION)\b/.test(line)) {
      skipping = true;
    } else if (cue !== null && !skipping) {
      const voice = /<v(?:\.[^ \t>]{0,100})?[ \t]+([^>]{1,200})>/.exec(line)?.[1]?.trim() ?? null;
      cue.lines.push({ text: line.trim(), line: index + 1, voice });
    }
  });
  return cues;
}

/** Rolling captions show a line again in the next cue: only its first showing is kept. */
function dropRepeats(cues: readonly Cue[]): Cue[] {
  let shown: string[] = [];
  return cues.map((cue) => {
    const plain = cue.lines.map((line) => readCueText(line.text).text);
    const fresh = cue.lines.filter(
      (_, index) => plain[index] !== "" && !shown.slice(-2).includes(plain[index] ?? ""),
    );
    shown = plain.some((text) => text !== "") ? plain : shown;
    return { ...cue, lines: fresh };
  });
}

function readCueText(written: string): { text: string; breaks: number[] } {
  const breaks: number[] = [];
  let text = "";
  let from = 0;
  const flat = written.replace(/\s+/gu, " ").trim();
  for (const match of flat.matchAll(/<[^<>]{0,300}>|&(#?\w{1,10});/g)) {
    text += flat.slice(from, match.index);
    from = match.index + match[0].length;
    const entity = match[1];
    if (entity === undefined && /^<\/?v\b/.test(match[0])) continue;
    breaks.push(text.length);
    if (entity !== undefined) text += decodeEntity(entity, match[0]);
    if (entity !== undefined) breaks.push(text.length);
  }
  return { text: (text + flat.slice(from)).trim(), breaks };
}

function decodeEntity(entity: string, written: string): string {
  const code = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity);
  if (!code) return entities.get(entity) ?? written;
  const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
  return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : "";
}
